package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** What a variable holds. */
public record GetVariableResult(
    String attributeStatus,
    Optional<AttributeType> attributeType,
    Optional<String> attributeValue,
    Component component,
    Variable variable,
    Optional<StatusInfo> attributeStatusInfo) {}
