package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Owner;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Owner", description = "The instance that owns a partition, and its lease.")
record OwnerView(
    int partition,
    String instance,
    @Schema(description = "Orders owners: the higher one wins.") long epoch,
    Instant renewedAt,
    @Schema(description = "Without a renewal, gateways fall back from then on.") Instant validUntil,
    boolean valid) {

  static OwnerView of(Owner owner, Instant now) {
    return new OwnerView(
        owner.lease().partition(),
        owner.lease().instance(),
        owner.epoch(),
        owner.lease().renewedAt(),
        owner.lease().validUntil(),
        now.isBefore(owner.lease().validUntil()));
  }
}
