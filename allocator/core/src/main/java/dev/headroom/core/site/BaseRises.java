package dev.headroom.core.site;

import java.util.OptionalInt;

/**
 * How fast a circuit's base load can grow, on any one phase. What is not declared counts as all
 * that is left up to the worst case.
 *
 * @param largestStepMilliamps the largest single load that may switch on, such as an oven (S8, S9)
 * @param withinTtlMilliamps the most it can rise while every charger still follows its last limit:
 *     over the longest time to live of a profile, settling and clock error (S9)
 */
public record BaseRises(OptionalInt largestStepMilliamps, OptionalInt withinTtlMilliamps) {

  public static final BaseRises UNDECLARED =
      new BaseRises(OptionalInt.empty(), OptionalInt.empty());

  public BaseRises {
    requireNotNegative(largestStepMilliamps);
    requireNotNegative(withinTtlMilliamps);
  }

  private static void requireNotNegative(OptionalInt milliamps) {
    if (milliamps.orElse(0) < 0) {
      throw new IllegalArgumentException("a base load never rises by less than 0 A");
    }
  }
}
