package dev.headroom.gateway.core.ocpp201;

/** The answer to a TriggerMessage. Spelt as on the wire. */
public enum TriggerMessageStatus {
  Accepted,
  Rejected,
  NotImplemented
}
