package dev.headroom.gateway.core.ocpp201;

/** Whether a variable was set. Spelt as on the wire. */
public enum SetVariableStatus {
  Accepted,
  Rejected,
  UnknownComponent,
  UnknownVariable,
  NotSupportedAttributeType,
  RebootRequired
}
