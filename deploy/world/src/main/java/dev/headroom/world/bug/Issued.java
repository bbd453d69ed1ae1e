package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.EvseState;
import java.time.Instant;
import java.util.Optional;

/** What was issued last, for bugs that take it for done. */
final class Issued {

  private Optional<Allocation> newest = Optional.empty();

  void take(Allocation allocation) {
    if (newest.filter(it -> !allocation.revision().isAfter(it.revision())).isEmpty()) {
      newest = Optional.of(allocation);
    }
  }

  /** When it was issued. */
  Instant at() {
    return newest.map(Allocation::at).orElse(Instant.MIN);
  }

  /** What its charger will say once it has taken the newest limit; empty if it was given none. */
  Optional<Acknowledgement> to(EvseState state) {
    return newest.flatMap(
        allocation ->
            allocation
                .limitOf(state.evse())
                .map(
                    limit ->
                        new Acknowledgement(
                            limit.limitMilliamps(), allocation.revision(), state.at())));
  }
}
