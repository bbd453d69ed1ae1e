package dev.headroom.dr.publish;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.dr.event.Snapshots;
import dev.headroom.dr.event.Snapshots.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record to write so that the topic is as it should be.
 *
 * @param ceiling empty to delete the slot
 */
public record CeilingChange(Slot slot, Optional<Ceiling> ceiling) {

  /** What makes {@code published} be as {@code wanted}; slots that are not ours are left alone. */
  static List<CeilingChange> between(Map<Slot, Ceiling> published, Map<Slot, Ceiling> wanted) {
    List<CeilingChange> changes = new ArrayList<>();
    wanted.forEach(
        (slot, ceiling) -> {
          if (!ceiling.equals(published.get(slot))) {
            changes.add(new CeilingChange(slot, Optional.of(ceiling)));
          }
        });
    published.keySet().stream()
        .filter(slot -> Snapshots.SOURCES.contains(slot.source()) && !wanted.containsKey(slot))
        .sorted()
        .forEach(slot -> changes.add(new CeilingChange(slot, Optional.empty())));
    return changes;
  }
}
