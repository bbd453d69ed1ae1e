package dev.headroom.trial.load;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.trial.process.Threads;
import dev.headroom.trial.wire.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Says of every site's chargers once in five seconds what they follow, as gateways do at least. */
final class Chargers implements AutoCloseable {

  private static final long ROUND_NANOS = 5_000_000_000L;

  private final Field field;
  private final List<String> sites;
  private final Map<String, Allocation> latest = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closing;

  Chargers(Field field, List<String> sites) {
    this.field = field;
    this.sites = sites;
    thread = Thread.ofPlatform().name("chargers").daemon().start(this::run);
  }

  void told(Allocation allocation) {
    latest.put(allocation.site(), allocation);
  }

  private void run() {
    while (!closing) {
      for (String site : sites) {
        LockSupport.parkNanos(ROUND_NANOS / sites.size());
        Allocation allocation = latest.get(site);
        if (allocation != null && !closing) {
          field.follow(allocation);
        }
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    Threads.join(thread);
  }
}
