package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Whether a variable was set. */
public record SetVariableResult(
    SetVariableStatus attributeStatus,
    Optional<AttributeType> attributeType,
    Component component,
    Variable variable,
    Optional<StatusInfo> attributeStatusInfo) {}
