package dev.headroom.trial.wire;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a gateway believes of the limits topic: the newest revision of each site, and a lease from
 * the earlier of two clocks. Written apart from the gateway's own. Not thread-safe.
 */
public final class Fence {

  /** What became of an allocation. */
  public enum Verdict {
    ACCEPTED,
    /** Older than one already seen (S7). */
    OLDER,
    /** The newest of its site, by an owner whose partition another has opened since (S7). */
    FORMER_OWNER
  }

  private record Lease(long epoch, Instant until) {}

  private final Map<String, Revision> newest = new HashMap<>();
  private final Map<Integer, Lease> leases = new HashMap<>();

  public Verdict judge(Allocation allocation, int partition) {
    Revision revision = allocation.revision();
    Revision known = newest.get(allocation.site());
    if (known != null && !revision.isAfter(known)) {
      return Verdict.OLDER;
    }
    if (revision.epoch() < epochOf(partition)) {
      return Verdict.FORMER_OWNER;
    }
    newest.put(allocation.site(), revision);
    return Verdict.ACCEPTED;
  }

  /** Whether the renewal counted: it is not of an owner that another has replaced. */
  public boolean renewed(OwnerLease renewal, long offset, Instant receivedAt) {
    long epoch = renewal.epoch().orElse(offset);
    Lease known = leases.get(renewal.partition());
    if (known != null && known.epoch > epoch) {
      return false;
    }
    Instant from = receivedAt.isBefore(renewal.renewedAt()) ? receivedAt : renewal.renewedAt();
    Instant until = from.plus(renewal.lease());
    if (known != null && known.until.isAfter(until)) {
      until = known.until;
    }
    leases.put(renewal.partition(), new Lease(epoch, until));
    return true;
  }

  /** How long the partition's lease still holds; not positive once it is over. */
  public Duration left(int partition, Instant now) {
    return Optional.ofNullable(leases.get(partition))
        .map(lease -> Duration.between(now, lease.until))
        .orElse(Duration.ZERO);
  }

  public long epochOf(int partition) {
    return Optional.ofNullable(leases.get(partition)).map(Lease::epoch).orElse(-1L);
  }
}
