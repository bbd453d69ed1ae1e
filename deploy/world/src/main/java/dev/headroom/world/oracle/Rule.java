package dev.headroom.world.oracle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is judged: the rules of the design, and that the site is of use. */
public enum Rule {
  /** No command creates or worsens an overload. */
  S1,
  /** Decrease before increase. */
  S2,
  /** Unknown is never zero. */
  S3,
  /** No input raises a limit above a rating. */
  S4,
  /** Every hop holds a lease. */
  S5,
  /** Nothing, or at least the minimum. */
  S6,
  /** What is older undoes nothing newer. */
  S7,
  /** One declared step: at most 10 s above the rating. */
  S8,
  /** Blind time: D stays at most 0.5, and every breaker below 1 whatever happens. */
  S9,
  /** A fallback counts only when proven. */
  S10,
  /** Headroom does not lie unused while somebody waits. */
  LIVENESS,
  /** Everybody gets his turn. */
  STARVATION,
  /** Limits do not go up and down for nothing. */
  OSCILLATION;

  /** All but that every ampere is used: what sites of every kind are held to. */
  public static final Set<Rule> OF_EVERY_SITE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(LIVENESS)));
}
