package dev.headroom.core.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One raise adds at most half of the rated maximum, and the next comes no earlier than the raise
 * delay: for generators and voltage, whatever breakers would bear.
 *
 * @param lastRaise when it was raised last; empty once that does not matter
 */
public record Ramp(Optional<Instant> lastRaise) {

  public static final Ramp NONE = new Ramp(Optional.empty());

  /**
   * The highest limit that it may be given now; milliamperes.
   *
   * @param from its limit as it stands
   * @param floor the least that it may be given without a pause: the first step reaches it
   */
  public int atMost(int from, int floor, int maximum, Duration raiseDelay, Instant now) {
    return waits(raiseDelay, now) ? from : Math.max(floor, from + maximum / 2);
  }

  /** What follows from the limit that it is given. */
  public Ramp next(int from, int to, Duration raiseDelay, Instant now) {
    if (to > from) {
      return new Ramp(Optional.of(now));
    }
    return waits(raiseDelay, now) ? this : NONE;
  }

  private boolean waits(Duration raiseDelay, Instant now) {
    return lastRaise.map(at -> now.isBefore(at.plus(raiseDelay))).orElse(false);
  }
}
