package dev.headroom.allocator.metric;

import dev.headroom.core.allocation.CircuitLoad;
import java.time.Instant;
import java.util.List;

/**
 * A site as it was just looked at, whether or not anything was issued.
 *
 * @param shortfallWatts what it is above the ceilings in force
 * @param silentMeters how many of its meters have no fresh reading, so that the worst case counts
 */
public record SiteLook(
    String site, Instant at, List<CircuitLoad> loads, long shortfallWatts, long silentMeters) {

  public SiteLook {
    loads = List.copyOf(loads);
  }

  /** Whether a meter shows more than the effective limit on any phase of any circuit. */
  boolean breached() {
    return loads.stream()
        .anyMatch(load -> load.measuredMilliamps().orElse(0) > load.effectiveLimitMilliamps());
  }
}
