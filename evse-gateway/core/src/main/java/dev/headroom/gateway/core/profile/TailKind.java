package dev.headroom.gateway.core.profile;

/** How a model falls back by itself, as far as that was measured (S5). */
public enum TailKind {
  /** By the levels of an absolute schedule; what is assumed of a model nobody measured. */
  LEVELS,
  /** By the end of an absolute schedule of one level; the base profile takes over. */
  DURATION,
  /**
   * By the levels of a relative schedule, which this model counts from when it took the profile:
   * the one kind that needs no clock. OCPP 1.6 leaves the start of a relative schedule to the
   * charger.
   */
  RELATIVE,
  /** Not at all: it keeps, or loses, a limit whatever the schedule says. */
  NONE
}
