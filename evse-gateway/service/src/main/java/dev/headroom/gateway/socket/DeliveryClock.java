package dev.headroom.gateway.socket;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.Revision;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Measures how old a limit is when its charger acknowledges it: once for each allocation. */
final class DeliveryClock {

  private Optional<Allocation> newest = Optional.empty();
  private final Map<String, Revision> told = new HashMap<>();

  void allocated(Allocation allocation) {
    newest = Optional.of(allocation);
  }

  /** From the allocation to this acknowledgement, the first time it is seen. */
  Optional<Duration> acknowledged(String evse, Acknowledgement acknowledgement) {
    Revision revision = acknowledgement.revision();
    if (revision.equals(told.get(evse))) {
      return Optional.empty();
    }
    told.put(evse, revision);
    return newest
        .filter(allocation -> allocation.revision().equals(revision))
        .map(allocation -> Duration.between(allocation.at(), acknowledgement.at()));
  }
}
