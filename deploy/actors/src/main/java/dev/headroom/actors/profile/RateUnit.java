package dev.headroom.actors.profile;

/** What a limit is expressed in. */
public enum RateUnit {
  /** Amperes per conductor. */
  A,
  /** Watts over all phases. */
  W
}
