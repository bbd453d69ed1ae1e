package dev.headroom.trial.wire;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.core.allocation.Allocation;
import java.time.Instant;

/** A record of the limits topic and when it came, by our clock. */
public sealed interface Heard {

  Instant at();

  int partition();

  /** A site's limits. */
  record Limits(Instant at, int partition, Allocation allocation, Fence.Verdict verdict)
      implements Heard {}

  /**
   * A lease.
   *
   * @param believed false of an owner that another has replaced
   */
  record Owner(Instant at, int partition, long epoch, OwnerLease lease, boolean believed)
      implements Heard {}
}
