package dev.headroom.allocator.watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What beats as long as work goes on: one pulse for each partition, by the thread that has it. */
public final class Pulses {

  private final List<Pulse> all = new CopyOnWriteArrayList<>();

  /** One that is expected to beat from now on, on the calling thread. */
  public Pulse begin(String name) {
    Pulse pulse = new Pulse(name);
    all.add(pulse);
    return pulse;
  }

  /** Those that are expected to beat. One whose thread has ended is not. */
  List<Pulse> expected() {
    all.removeIf(pulse -> !pulse.thread.isAlive());
    return List.copyOf(all);
  }

  /** A sign of life. */
  public final class Pulse {

    private final String name;
    private volatile Thread thread = Thread.currentThread();
    private final AtomicLong beats = new AtomicLong();

    private Pulse(String name) {
      this.name = name;
    }

    /** Work goes on; by the thread that does it. */
    public void beat() {
      thread = Thread.currentThread();
      beats.incrementAndGet();
    }

    /** It need not beat any more. */
    public void end() {
      all.remove(this);
    }

    String name() {
      return name;
    }

    Thread thread() {
      return thread;
    }

    long beats() {
      return beats.get();
    }
  }
}
