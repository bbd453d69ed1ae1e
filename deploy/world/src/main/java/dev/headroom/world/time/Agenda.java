package dev.headroom.world.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen, by instant and then by the order in which it was asked for. */
public final class Agenda {

  private record Entry(Instant at, long order, Runnable what) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
  private Instant now;
  private long orders;

  public Agenda(Instant start) {
    now = start;
  }

  public Instant now() {
    return now;
  }

  /** At an instant; at once if it is past. */
  public void at(Instant when, Runnable what) {
    entries.add(new Entry(when.isBefore(now) ? now : when, orders++, what));
  }

  public void after(Duration delay, Runnable what) {
    at(now.plus(delay), what);
  }

  /** Again and again, first after one interval. */
  public void every(Duration interval, Runnable what) {
    after(
        interval,
        () -> {
          what.run();
          every(interval, what);
        });
  }

  /** Lets everything happen up to an instant. */
  public void runUntil(Instant end) {
    while (!entries.isEmpty() && !entries.element().at().isAfter(end)) {
      Entry next = entries.remove();
      now = next.at();
      next.what().run();
    }
    now = end;
  }
}
