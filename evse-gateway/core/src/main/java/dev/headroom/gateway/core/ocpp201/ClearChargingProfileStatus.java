package dev.headroom.gateway.core.ocpp201;

/** The answer to a ClearChargingProfile. Spelt as on the wire. */
public enum ClearChargingProfileStatus {
  Accepted,
  Unknown
}
