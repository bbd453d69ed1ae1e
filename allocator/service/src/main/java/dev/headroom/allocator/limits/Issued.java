package dev.headroom.allocator.limits;

import dev.headroom.core.allocation.Allocation;
import java.time.Instant;

/** An allocation and where it stands in the log; {@code receivedAt} is this process's clock. */
public record Issued(Allocation allocation, int partition, long offset, Instant receivedAt) {

  /** Its place in the log, for streams. */
  public String id() {
    return partition + ":" + offset;
  }
}
