package dev.headroom.world.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** What is to happen, by instant and then by the order in which it was asked for. */
public final class Agenda {

  /** By nanoseconds since the start: instants are slow to compare, and this is all a queue does. */
  private record Entry(long nanos, long order, Instant at, Runnable what)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int sooner = Long.compare(nanos, other.nanos);
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
  private final Instant start;
  private Instant now;
  private long orders;

  public Agenda(Instant start) {
    this.start = start;
    this.now = start;
  }

  public Instant now() {
    return now;
  }

  /** At an instant; at once if it is past. */
  public void at(Instant when, Runnable what) {
    Instant at = when.isBefore(now) ? now : when;
    entries.add(new Entry(nanos(at), orders++, at, what));
  }

  private long nanos(Instant at) {
    return (at.getEpochSecond() - start.getEpochSecond()) * 1_000_000_000L
        + (at.getNano() - start.getNano());
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
    long last = nanos(end);
    while (!entries.isEmpty() && entries.element().nanos() <= last) {
      Entry next = entries.remove();
      now = next.at();
      next.what().run();
    }
    now = end;
  }
}
