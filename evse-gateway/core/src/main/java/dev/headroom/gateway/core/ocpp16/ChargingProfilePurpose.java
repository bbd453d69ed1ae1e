package dev.headroom.gateway.core.ocpp16;

/** What a charging profile is for; OCPP 1.6 §3.13.1. Spelt as on the wire. */
public enum ChargingProfilePurpose {
  ChargePointMaxProfile,
  TxDefaultProfile,
  TxProfile
}
