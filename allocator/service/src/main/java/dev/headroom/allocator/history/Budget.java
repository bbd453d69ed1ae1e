package dev.headroom.allocator.history;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that all sites share. */
final class Budget {

  private final AtomicLong free;

  Budget(long bytes) {
    free = new AtomicLong(bytes);
  }

  /** Takes them if they are there. */
  boolean take(long bytes) {
    return free.getAndUpdate(now -> now >= bytes ? now - bytes : now) >= bytes;
  }

  /** Takes them in any case; others wait for longer. */
  void need(long bytes) {
    free.addAndGet(-bytes);
  }

  void give(long bytes) {
    free.addAndGet(bytes);
  }

  long free() {
    return free.get();
  }
}
