package dev.headroom.gateway.core.control;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * What a charger may be following.
 *
 * @param knownMilliamps the last limit it is known to have taken
 * @param unsureMilliamps the highest it may have taken since, from calls that were not answered or
 *     from before this connection
 */
record InForce(int knownMilliamps, OptionalInt unsureMilliamps) {

  static InForce exactly(int milliamps) {
    return new InForce(milliamps, OptionalInt.empty());
  }

  static InForce anythingUpTo(int milliamps) {
    return new InForce(milliamps, OptionalInt.of(milliamps));
  }

  /** A write of this limit was not answered: it may be in force or not. */
  InForce unanswered(int milliamps) {
    return new InForce(
        knownMilliamps, OptionalInt.of(Math.max(milliamps, unsureMilliamps.orElse(0))));
  }

  /** The same watts at another voltage. */
  InForce scaled(int fromPermille, int toPermille, int mostMilliamps) {
    IntUnaryOperator scale =
        milliamps ->
            (int)
                Math.min(mostMilliamps, Math.ceilDiv((long) milliamps * fromPermille, toPermille));
    return new InForce(
        scale.applyAsInt(knownMilliamps),
        unsureMilliamps.isPresent()
            ? OptionalInt.of(scale.applyAsInt(unsureMilliamps.getAsInt()))
            : OptionalInt.empty());
  }

  boolean isExact() {
    return unsureMilliamps.isEmpty();
  }

  /**
   * The highest limit that is no raise: what it is known to follow, and where that is not known its
   * fallback, to which it may have gone back.
   */
  int atLeast(int fallbackMilliamps) {
    return isExact() ? knownMilliamps : Math.min(mostMilliamps(), fallbackMilliamps);
  }

  int mostMilliamps() {
    return Math.max(knownMilliamps, unsureMilliamps.orElse(0));
  }
}
