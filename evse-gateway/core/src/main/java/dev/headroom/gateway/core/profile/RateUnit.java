package dev.headroom.gateway.core.profile;

/** The unit of a schedule's limits. */
public enum RateUnit {
  AMPERES,
  WATTS
}
