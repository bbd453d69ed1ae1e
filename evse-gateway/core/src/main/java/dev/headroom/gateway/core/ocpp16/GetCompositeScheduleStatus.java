package dev.headroom.gateway.core.ocpp16;

/** The answer to a GetCompositeSchedule. Spelt as on the wire. */
public enum GetCompositeScheduleStatus {
  Accepted,
  Rejected
}
