package dev.headroom.actors.profile;

/** What a profile is for (ChargingProfilePurposeType). */
public enum ProfilePurpose {
  /** Bounds the whole charging station; connector or EVSE 0 only. */
  STATION_MAX,
  /** Holds for every transaction that has no profile of its own; survives a reboot. */
  TX_DEFAULT,
  /** Holds for one transaction, overrules the default, and ends with the transaction. */
  TX
}
