package dev.headroom.trial.load;

import dev.headroom.trial.process.Threads;
import dev.headroom.trial.wire.Field;
import dev.headroom.trial.wire.Town;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Reads the meters of all sites in turn, so many a second. */
final class Pulse implements AutoCloseable {

  private static final long STEP_NANOS = 2_000_000;

  private final Field field;
  private final List<String> sites;
  private final Tide tide;
  private final AtomicLong sent = new AtomicLong();
  private final Thread thread;
  private volatile int rate;
  private volatile boolean closing;

  /**
   * @param cutsEach so manieth reading of a site cuts
   */
  Pulse(Field field, Town town, int cutsEach) {
    this.field = field;
    sites = town.names();
    tide = new Tide(town, cutsEach, System.nanoTime());
    thread = Thread.ofPlatform().name("pulse").daemon().start(this::run);
  }

  /** So many readings a second from now on. */
  void rate(int readingsPerSecond) {
    rate = readingsPerSecond;
  }

  long sent() {
    return sent.get();
  }

  private void run() {
    double due = 0;
    int next = 0;
    long last = System.nanoTime();
    while (!closing) {
      LockSupport.parkNanos(STEP_NANOS);
      long now = System.nanoTime();
      // A generator that was held up does not make up for it at once.
      due = Math.min(due + rate * (now - last) / 1e9, rate / 10.0);
      last = now;
      for (; due >= 1; due--) {
        field.read(sites.get(next), tide.next(next, now));
        next = (next + 1) % sites.size();
        sent.incrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    Threads.join(thread);
  }
}
