package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Which variable is asked for. */
public record GetVariableData(
    Optional<AttributeType> attributeType, Component component, Variable variable) {}
