package dev.headroom.actors.profile;

/** What a profile is for (OCPP 1.6, ChargingProfilePurposeType). */
public enum ProfilePurpose {
  /** Bounds the whole charging station; connector 0 only. */
  CHARGE_POINT_MAX,
  /** Holds for every transaction that has no profile of its own; survives a reboot. */
  TX_DEFAULT,
  /** Holds for one transaction, overrules the default, and ends with the transaction. */
  TX
}
