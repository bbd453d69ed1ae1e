package dev.headroom.core.site;

import java.time.Duration;

/**
 * How a site is controlled.
 *
 * @param staleAfter a reading older than this is unknown
 * @param raiseDelay how long headroom must have been there before it is given away
 */
public record Control(Fallback fallback, Duration staleAfter, Duration raiseDelay) {

  /** What an EVSE without a current of its own does when commands stop. */
  public enum Fallback {
    /** Charges at its minimum. */
    MINIMUM,
    /** Stops. */
    PAUSE
  }

  public static final Duration STALE_AFTER = Duration.ofSeconds(5);
  public static final Duration RAISE_DELAY = Duration.ofSeconds(10);

  public Control {
    if (staleAfter.compareTo(Duration.ofSeconds(1)) < 0
        || staleAfter.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("staleAfter lies from 1 s to 60 s, not " + staleAfter);
    }
    if (raiseDelay.isNegative() || raiseDelay.compareTo(Duration.ofMinutes(2)) > 0) {
      throw new IllegalArgumentException("raiseDelay lies from 0 to 2 min, not " + raiseDelay);
    }
  }
}
