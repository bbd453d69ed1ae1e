package dev.headroom.allocator.ownership;

import dev.headroom.core.allocation.Allocation;
import java.util.Map;

/**
 * A partition is ours.
 *
 * @param epoch the offset of the record that says so; it orders owners
 * @param issued what earlier owners last issued, by site
 */
public record Claim(int partition, long epoch, Map<String, Allocation> issued) {

  public Claim {
    issued = Map.copyOf(issued);
  }
}
