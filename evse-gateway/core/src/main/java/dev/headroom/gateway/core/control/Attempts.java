package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;

/** How often a write has failed in a row, and when it may be tried again. */
record Attempts(int failures, int limitMilliamps, Instant failedAt) {

  static final Attempts NONE = new Attempts(0, 0, Instant.MIN);

  /** Another limit is another try, but not at once: a charger that refuses all is not flooded. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  Attempts failed(int limit, Instant now) {
    return new Attempts(limit == limitMilliamps ? failures + 1 : 1, limit, now);
  }

  boolean permit(int limit, Timing timing, Instant now) {
    if (failures == 0) {
      return true;
    }
    Duration wait =
        hasGivenUp(limit, timing)
            ? timing.ttl().dividedBy(2)
            : PAUSE.multipliedBy(limit == limitMilliamps ? failures : 1);
    return !now.isBefore(failedAt.plus(wait));
  }

  boolean hasGivenUp(int limit, Timing timing) {
    return limit == limitMilliamps && failures >= timing.attempts();
  }
}
