package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** What a variable shall hold. */
public record SetVariableData(
    Optional<AttributeType> attributeType,
    String attributeValue,
    Component component,
    Variable variable) {}
