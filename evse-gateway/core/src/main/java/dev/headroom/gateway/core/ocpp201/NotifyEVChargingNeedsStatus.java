package dev.headroom.gateway.core.ocpp201;

/** The answer to a NotifyEVChargingNeeds. Spelt as on the wire. */
public enum NotifyEVChargingNeedsStatus {
  Accepted,
  Rejected,
  Processing
}
