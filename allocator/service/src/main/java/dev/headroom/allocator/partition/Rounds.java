package dev.headroom.allocator.partition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Whose turn it is to be looked at. A round ends when every site that is due had its look, or when
 * its time is over; the next one begins where it ended.
 */
final class Rounds {

  /** Less than a tick: news of the other partitions of the thread are to come between. */
  private static final Duration ROUND = Duration.ofMillis(100);

  private final Deque<SiteDesk> desks = new ArrayDeque<>();
  private final LongSupplier nanos;

  Rounds(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void add(SiteDesk desk) {
    desks.addFirst(desk);
  }

  void remove(SiteDesk desk) {
    desks.remove(desk);
  }

  void clear() {
    desks.clear();
  }

  /**
   * One round.
   *
   * @return whether it got to every site; it gets to one at least
   */
  boolean go(Instant now, Consumer<SiteDesk> look) {
    long began = nanos.getAsLong();
    for (int left = desks.size(); left > 0; left--) {
      SiteDesk desk = desks.removeFirst();
      desks.addLast(desk);
      if (!desk.due(now)) {
        continue;
      }
      look.accept(desk);
      if (left > 1 && nanos.getAsLong() - began > ROUND.toNanos()) {
        return false;
      }
    }
    return true;
  }
}
