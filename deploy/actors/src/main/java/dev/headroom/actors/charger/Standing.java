package dev.headroom.actors.charger;

import java.time.Instant;

/**
 * A limit as it was worked out once, and from when until when it stands while nothing is changed.
 *
 * @param change how many changes there had been
 */
record Standing(int milliamps, Instant from, Instant until, long change) {

  static final Standing NOTHING = new Standing(0, Instant.MAX, Instant.MIN, -1);

  boolean holds(Instant at, long changes) {
    return change == changes && !at.isBefore(from) && at.isBefore(until);
  }
}
