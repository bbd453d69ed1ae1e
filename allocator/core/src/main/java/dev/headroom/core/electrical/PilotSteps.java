package dev.headroom.core.electrical;

import java.util.Arrays;

/**
 * The currents other than 0 that a charger accepts, in milliamperes: every multiple of a step, or a
 * set of them, such as 8, 16, 24 and 32 A.
 */
public sealed interface PilotSteps {

  /** Tenths of an ampere (OCPP 1.6: one decimal). */
  PilotSteps TENTHS = new Every(100);

  /** Whole amperes. */
  PilotSteps AMPERES = new Every(1000);

  /** The largest accepted current not above this one; 0 if there is none. */
  int atMost(int milliamps);

  /** The smallest accepted current that is not below this one; {@link #NONE} if there is none. */
  int atLeast(int milliamps);

  /** There is no such current. */
  int NONE = Integer.MAX_VALUE;

  /** Every multiple of a step. */
  record Every(int stepMilliamps) implements PilotSteps {
    public Every {
      if (stepMilliamps < 1) {
        throw new IllegalArgumentException("a step lies above 0 mA, not at " + stepMilliamps);
      }
    }

    @Override
    public int atMost(int milliamps) {
      return Math.floorDiv(milliamps, stepMilliamps) * stepMilliamps;
    }

    @Override
    public int atLeast(int milliamps) {
      return Math.ceilDiv(milliamps, stepMilliamps) * stepMilliamps;
    }
  }

  /** These and no others. */
  final class Set implements PilotSteps {
    private final int[] ascending;

    /**
     * @param milliamps above 0, in any order
     * @throws IllegalArgumentException if there is none, or one is not above 0
     */
    public Set(int... milliamps) {
      ascending = Arrays.stream(milliamps).sorted().distinct().toArray();
      if (ascending.length == 0 || ascending[0] <= 0) {
        throw new IllegalArgumentException(
            "a pilot set needs currents above 0 mA, not " + Arrays.toString(milliamps));
      }
    }

    /** Ascending. */
    public int[] milliamps() {
      return ascending.clone();
    }

    @Override
    public int atMost(int milliamps) {
      int place = Arrays.binarySearch(ascending, milliamps);
      int below = place >= 0 ? place : -place - 2;
      return below < 0 ? 0 : ascending[below];
    }

    @Override
    public int atLeast(int milliamps) {
      int place = Arrays.binarySearch(ascending, milliamps);
      int above = place >= 0 ? place : -place - 1;
      return above == ascending.length ? NONE : ascending[above];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Set set && Arrays.equals(ascending, set.ascending);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ascending);
    }

    @Override
    public String toString() {
      return Arrays.toString(ascending);
    }
  }
}
