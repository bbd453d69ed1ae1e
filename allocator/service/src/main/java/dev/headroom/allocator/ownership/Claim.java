package dev.headroom.allocator.ownership;

import dev.headroom.core.allocation.Allocation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A partition is ours.
 *
 * @param epoch the offset of the record that says so; it orders owners
 * @param issued what earlier owners last issued, by site
 * @param before the last owner before us, if it is known
 */
public record Claim(
    int partition, long epoch, Map<String, Allocation> issued, Optional<Predecessor> before) {

  /**
   * An earlier owner.
   *
   * @param renewedAt when it last renewed its lease: until then it looked at its sites
   */
  public record Predecessor(long epoch, Instant renewedAt) {}

  public Claim {
    issued = Map.copyOf(issued);
  }

  /** After nobody who is known. */
  public Claim(int partition, long epoch, Map<String, Allocation> issued) {
    this(partition, epoch, issued, Optional.empty());
  }
}
