package dev.headroom.core.evse;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * A sample of a charger with what follows from it, worked out once: it is asked for at every CT
 * reading of a window.
 *
 * @param lines what it says of each line, 0 where it says nothing
 * @param largest current on any line
 * @param until when it holds
 * @param isSoon whether it came while, or no longer after, the one before it held
 */
record Sample(MeasuredCurrent measured, int[] lines, int largest, Instant until, boolean isSoon) {

  /** Nothing was heard before: unknown is the least. */
  static final Sample NONE_BEFORE = none(0);

  /** Nothing was heard after: no lower than what was before. */
  static final Sample NONE_AFTER = none(Integer.MAX_VALUE);

  private static final Phase[] LINES = Phase.values();

  static Sample of(MeasuredCurrent measured, Duration holds, boolean isSoon) {
    int[] lines = new int[LINES.length];
    Arrays.setAll(lines, line -> measured.on(LINES[line]));
    int largest = measured.milliamps().largest();
    return new Sample(measured, lines, largest, measured.at().plus(holds), isSoon);
  }

  /** What came before says nothing any more, and nothing has come since: unknown is the least. */
  static Sample over(Instant at) {
    MeasuredCurrent nothing = new MeasuredCurrent(new PerPhase(Map.of(Phase.L1, 0)), at);
    return new Sample(nothing, new int[LINES.length], 0, Instant.MIN, false);
  }

  Sample next(MeasuredCurrent measured, Duration holds) {
    return of(measured, holds, !isNothing() && isSoonFollowedBy(measured.at(), holds));
  }

  /** Whether this says that nothing is known. */
  boolean isNothing() {
    return until.equals(Instant.MIN);
  }

  boolean isSoonFollowedBy(Instant next, Duration holds) {
    return !until.plus(holds).isBefore(next);
  }

  private static Sample none(int milliamps) {
    MeasuredCurrent never =
        new MeasuredCurrent(new PerPhase(Map.of(Phase.L1, milliamps)), Instant.MIN);
    return new Sample(never, new int[] {milliamps, milliamps, milliamps}, 0, Instant.MIN, false);
  }

  Instant at() {
    return measured.at();
  }

  boolean holds(Instant then) {
    return !until.isBefore(then);
  }

  int on(Phase line) {
    return lines[line.ordinal()];
  }
}
