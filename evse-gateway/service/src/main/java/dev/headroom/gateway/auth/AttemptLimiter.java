package dev.headroom.gateway.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures per key in a leaky bucket: {@code burst} at once, one more after each {@code
 * refill}. Holds a bounded number of keys; the one that failed longest ago is forgotten first.
 */
final class AttemptLimiter {

  static final int MOST_KEYS = 20_000;

  /** Time up to which the bucket's failures are spent; full when that is far ahead. */
  private final Map<String, Instant> spentUntil = new LinkedHashMap<>();

  private final int burst;
  private final Duration refill;

  AttemptLimiter(int burst, Duration refill) {
    this.burst = burst;
    this.refill = refill;
  }

  synchronized boolean allows(String key, Instant now) {
    Instant spent = spentUntil.get(key);
    return spent == null || !spent.isAfter(now.plus(refill.multipliedBy(burst - 1L)));
  }

  synchronized void failed(String key, Instant now) {
    Instant spent = spentUntil.remove(key);
    Instant from = spent == null || spent.isBefore(now) ? now : spent;
    spentUntil.put(key, from.plus(refill));
    if (spentUntil.size() > MOST_KEYS) {
      Iterator<String> oldest = spentUntil.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Takes one failure back. */
  synchronized void forgive(String key) {
    spentUntil.computeIfPresent(key, (same, spent) -> spent.minus(refill));
  }
}
