package dev.headroom.world.process;

import dev.headroom.core.allocation.Allocation;
import java.time.Instant;
import java.util.OptionalLong;

/** What travels on the limits topic. */
public sealed interface LimitsEntry {

  /** The key of owner records: the world has one partition. */
  String OWNER = "@owner/0";

  /**
   * @param epoch empty in the record that opens it, whose offset it is
   * @param renewedAt by the owner's clock
   */
  record Lease(OptionalLong epoch, Instant renewedAt) implements LimitsEntry {}

  record Issued(Allocation allocation) implements LimitsEntry {}
}
