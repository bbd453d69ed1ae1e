package dev.headroom.trial.load;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.core.allocation.EvseLimit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which limits answer a reading: those that give a site less than before, on a reading that no
 * limits bore before. Raises come when their delay is over, and would be timed as if they were
 * late. Not thread-safe.
 */
final class Cuts {

  private record Before(long sumMilliamps, Instant readAt) {}

  private final Map<String, Before> before = new HashMap<>();

  Echo.Answer answer(LimitsRecord.SiteLimits limits) {
    String site = limits.allocation().site();
    long sum = limits.allocation().limits().stream().mapToLong(EvseLimit::limitMilliamps).sum();
    Instant readAt = limits.oldestReadingAt().orElse(Instant.MIN);
    Before last = before.put(site, new Before(sum, readAt));
    boolean cut = last != null && sum < last.sumMilliamps && readAt.isAfter(last.readAt);
    return new Echo.Answer(site, cut ? Optional.of(readAt) : Optional.empty());
  }
}
