package dev.headroom.gateway.core.profile;

/** What a charging profile is for. */
public enum ProfilePurpose {
  /** The most the whole station may draw, whatever else holds. */
  STATION_MAXIMUM,
  /** For every transaction that has no profile of its own. */
  TX_DEFAULT,
  /** For one transaction; overrules the default. */
  TX
}
