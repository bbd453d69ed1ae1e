package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a limit that a charger accepted and does not follow is written again: a few times, with
 * growing pauses. After that its refreshes alone tell it again.
 */
final class Insistence {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final int most;
  private int limitMilliamps = -1;
  private int written;
  private Instant notBefore = Instant.MIN;

  /**
   * @param most how often
   */
  Insistence(int most) {
    this.most = most;
  }

  /** It follows. */
  void over() {
    limitMilliamps = -1;
    written = 0;
    notBefore = Instant.MIN;
  }

  /** Whether to write this limit once more now; if so it counts. */
  boolean takesAnother(int limit, Instant now) {
    if (limit != limitMilliamps) {
      limitMilliamps = limit;
      written = 0;
    }
    if (written >= most || now.isBefore(notBefore)) {
      return false;
    }
    written++;
    notBefore = now.plus(PAUSE.multipliedBy(written));
    return true;
  }
}
