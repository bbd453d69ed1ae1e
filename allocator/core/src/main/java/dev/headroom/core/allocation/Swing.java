package dev.headroom.core.allocation;

import java.time.Duration;
import java.time.Instant;

/**
 * The lowest and the highest that a value has been within one to two windows of time.
 *
 * @param since when the window began that {@code low} and {@code high} are of
 * @param lowBefore of the window before it
 */
record Swing(Instant since, double low, double high, double lowBefore, double highBefore) {

  static Swing of(double value, Instant now) {
    return new Swing(now, value, value, value, value);
  }

  /** With the value as it is now. */
  Swing next(double value, Duration window, Instant now) {
    Instant end = since.plus(window);
    if (now.isBefore(end)) {
      return value >= low && value <= high
          ? this
          : new Swing(since, Math.min(low, value), Math.max(high, value), lowBefore, highBefore);
    }
    return now.isBefore(end.plus(window))
        ? new Swing(now, value, value, low, high)
        : of(value, now);
  }

  double lowest() {
    return Math.min(low, lowBefore);
  }

  double highest() {
    return Math.max(high, highBefore);
  }
}
