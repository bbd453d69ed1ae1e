package dev.headroom.gateway.core.ocpp201;

/** The answer to a GetChargingProfiles. Spelt as on the wire. */
public enum GetChargingProfileStatus {
  Accepted,
  NoProfiles
}
