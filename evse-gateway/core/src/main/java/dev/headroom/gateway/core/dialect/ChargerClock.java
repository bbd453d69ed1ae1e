package dev.headroom.gateway.core.dialect;

import java.time.Duration;
import java.time.Instant;

/** What a charger's own clock says of when something happened. */
public final class ChargerClock {

  /** What is older was queued while the charger was offline. */
  private static final Duration FRESH = Duration.ofSeconds(60);

  /** What seems older was told by a clock that was never set. */
  private static final Duration CREDIBLE = Duration.ofDays(100);

  private ChargerClock() {}

  /** Whether this comes from a charger's offline queue: it is kept, and drives nothing. */
  public static boolean isLate(Instant timestamp, Instant now) {
    return timestamp.isBefore(now.minus(FRESH)) && timestamp.isAfter(now.minus(CREDIBLE));
  }
}
