package dev.headroom.allocator.partition;

import java.time.Duration;

/**
 * How long looks at a site take. A process that stood still makes one look long; a site that is too
 * large, or that something in it makes slow, all of them.
 */
final class Slowness {

  /** A look takes well below a millisecond; one above this is counted. */
  static final Duration BUDGET = Duration.ofMillis(100);

  private static final Duration TOO_LONG = Duration.ofSeconds(1);
  private static final int TOO_OFTEN = 3;
  private static final int SHARE = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private int inARow;

  /** Whether this was one too many that took so long. */
  boolean tooMuch(Duration time) {
    inARow = time.compareTo(TOO_LONG) < 0 ? 0 : inARow + 1;
    return inARow >= TOO_OFTEN;
  }

  /** How long it is left alone: it has no more than a tenth of the time. */
  Duration pause(Duration time) {
    Duration pause = time.multipliedBy(SHARE);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
