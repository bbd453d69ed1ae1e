package dev.headroom.contract.limits;

import dev.headroom.core.allocation.Allocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A value of {@code headroom.limits}. */
public sealed interface LimitsRecord {

  /**
   * A site's whole allocation, under the key {@code site}.
   *
   * @param oldestReadingAt of the readings it rests on, the oldest by its meter's clock; empty if
   *     no meter was fresh, which is not "just now"
   */
  record SiteLimits(Allocation allocation, Optional<Instant> oldestReadingAt)
      implements LimitsRecord {

    /** One that rests on no reading, or on nobody knows which. */
    public SiteLimits(Allocation allocation) {
      this(allocation, Optional.empty());
    }
  }

  /**
   * Leases all sites of a partition, under the key {@code @owner/<partition>}.
   *
   * @param epoch the offset of the record that opened this ownership; empty in that record itself,
   *     whose own offset it is
   * @param instance who owns the partition
   * @param renewedAt the owner's clock
   * @param lease how long the partition's limits may be believed without another renewal; above 0,
   *     at most an hour
   */
  record OwnerLease(
      int partition, OptionalLong epoch, String instance, Instant renewedAt, Duration lease)
      implements LimitsRecord {

    public OwnerLease {
      if (partition < 0 || epoch.orElse(0) < 0) {
        throw new IllegalArgumentException("partitions and epochs start at 0");
      }
      if (instance.isBlank() || instance.length() > 255) {
        throw new IllegalArgumentException("an owner's name has 1 to 255 characters");
      }
      if (lease.compareTo(Duration.ZERO) <= 0 || lease.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("a lease lies above 0 and at most at 1 h, not " + lease);
      }
    }

    /** When the lease ends by the owner's clock. */
    public Instant validUntil() {
      return renewedAt.plus(lease);
    }
  }
}
