package dev.headroom.gateway.core.ocpp16;

/** The answer to a TriggerMessage. Spelt as on the wire. */
public enum TriggerMessageStatus {
  Accepted,
  Rejected,
  NotImplemented
}
