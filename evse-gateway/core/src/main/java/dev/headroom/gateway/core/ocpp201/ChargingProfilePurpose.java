package dev.headroom.gateway.core.ocpp201;

/** What a charging profile is for. Spelt as on the wire. */
public enum ChargingProfilePurpose {
  ChargingStationExternalConstraints,
  ChargingStationMaxProfile,
  TxDefaultProfile,
  TxProfile
}
