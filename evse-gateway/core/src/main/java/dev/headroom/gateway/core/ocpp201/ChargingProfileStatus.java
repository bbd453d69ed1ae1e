package dev.headroom.gateway.core.ocpp201;

/** The answer to a SetChargingProfile. Spelt as on the wire. */
public enum ChargingProfileStatus {
  Accepted,
  Rejected
}
