package dev.headroom.actors.profile;

/** When a schedule begins (ChargingProfileKindType and RecurrencyKindType). */
public enum ProfileKind {
  /** At its start, or with the transaction if it names none. */
  ABSOLUTE,
  /** With the transaction. */
  RELATIVE,
  /** At its start and every 24 hours after. */
  DAILY,
  /** At its start and every 7 days after. */
  WEEKLY
}
