package dev.headroom.core.allocation;

import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole site's result: what every EVSE may draw, and the circuits as they were seen.
 *
 * @param siteVersion the version of the accepted definition it was made from
 * @param at when it was decided, by the allocator's clock
 */
public record Allocation(
    String site,
    Revision revision,
    long siteVersion,
    Instant at,
    List<EvseLimit> limits,
    List<CircuitLoad> circuits) {

  public Allocation {
    limits = List.copyOf(limits);
    circuits = List.copyOf(circuits);
  }

  public Optional<EvseLimit> limitOf(String evse) {
    return limits.stream().filter(limit -> limit.evse().equals(evse)).findFirst();
  }
}
