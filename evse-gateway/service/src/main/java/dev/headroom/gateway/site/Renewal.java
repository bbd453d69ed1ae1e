package dev.headroom.gateway.site;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import java.time.Duration;
import java.time.Instant;

/**
 * The latest sign of life of a partition's owner.
 *
 * @param epoch the owner's; a lower one is an earlier owner's
 * @param receivedAt our clock
 * @param renewedAt the owner's clock
 */
record Renewal(long epoch, Instant receivedAt, Instant renewedAt, Duration lease) {

  /**
   * @param offset of the record; it is the epoch where the record opens one
   */
  static Renewal of(OwnerLease lease, long offset, Instant receivedAt) {
    return new Renewal(lease.epoch().orElse(offset), receivedAt, lease.renewedAt(), lease.lease());
  }
}
