package dev.headroom.world.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** What is to happen, by instant and then by the order in which it was asked for. */
public final class Agenda {

  private record Entry(Instant at, long order, Runnable what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int sooner = at.compareTo(other.at);
      return sooner == 0 ? Long.compare(order, other.order) : sooner;
    }
  }

  /** Asks for itself again each time, once it has been done. */
  private final class Repeated implements Runnable {
    private final Duration interval;
    private final Runnable what;

    Repeated(Duration interval, Runnable what) {
      this.interval = interval;
      this.what = what;
    }

    @Override
    public void run() {
      what.run();
      after(interval, this);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
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
    after(interval, new Repeated(interval, what));
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
