package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;

/**
 * How many questions may be asked of all chargers together in a second, so that what moves a
 * thousand limits at once does not ask a thousand chargers at once. Thread-safe.
 */
public final class Pace {

  private final int perSecond;
  private Instant second = Instant.MIN;
  private int asked;

  public Pace(int perSecond) {
    if (perSecond < 1) {
      throw new IllegalArgumentException("at least one in a second, not " + perSecond);
    }
    this.perSecond = perSecond;
  }

  /** Whether one more may be asked now; if so it counts. */
  public synchronized boolean allows(Instant now) {
    if (second.equals(Instant.MIN)
        || Duration.between(second, now).abs().compareTo(Duration.ofSeconds(1)) >= 0) {
      second = now;
      asked = 0;
    }
    if (asked >= perSecond) {
      return false;
    }
    asked++;
    return true;
  }
}
