package dev.headroom.core.demand;

import java.time.Duration;
import java.time.Instant;

/**
 * What a circuit took in a window that is over.
 *
 * @param start a whole number of windows, UTC
 * @param watts on average
 * @param wattHours rounded down
 * @param missing for how long it was not measured, and counts at the worst
 * @param real whether all that was measured was real power; otherwise some of it is amperes times
 *     volts, which is no less
 */
public record ClosedWindow(
    String circuit,
    Instant start,
    Duration length,
    long watts,
    long wattHours,
    Duration missing,
    boolean real) {

  public ClosedWindow {
    OpenWindow.checkAligned(start, length);
    if (watts < 0 || wattHours < 0 || missing.isNegative() || missing.compareTo(length) > 0) {
      throw new IllegalArgumentException(
          "a window of %s with %d W, %d Wh and %s missing"
              .formatted(length, watts, wattHours, missing));
    }
  }

  public Instant end() {
    return start.plus(length);
  }
}
