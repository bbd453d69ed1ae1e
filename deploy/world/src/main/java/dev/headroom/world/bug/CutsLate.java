package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts are as patient as raises: a limit falls only once it has been lower for a while. */
final class CutsLate implements Sabotage {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private record Decided(Instant at, int milliamps) {}

  private final Map<String, Deque<Decided>> lately = new HashMap<>();

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    List<EvseLimit> limits = new ArrayList<>();
    for (EvseLimit limit : allocation.limits()) {
      int most = mostOf(limit, allocation.at());
      limits.add(limit.withMilliamps(most));
    }
    return new Allocation(
        allocation.site(),
        allocation.revision(),
        allocation.siteVersion(),
        allocation.at(),
        limits,
        allocation.circuits());
  }

  private int mostOf(EvseLimit limit, Instant now) {
    Deque<Decided> decided = lately.computeIfAbsent(limit.evse(), _ -> new ArrayDeque<>());
    decided.add(new Decided(now, limit.limitMilliamps()));
    // The one before the last that is old enough stood until then.
    while (decided.size() > 1 && secondIsOld(decided, now)) {
      decided.removeFirst();
    }
    return decided.stream().mapToInt(Decided::milliamps).max().orElseThrow();
  }

  private static boolean secondIsOld(Deque<Decided> decided, Instant now) {
    return decided.stream()
        .skip(1)
        .findFirst()
        .map(second -> second.at().plus(PATIENCE).isBefore(now))
        .orElse(false);
  }
}
