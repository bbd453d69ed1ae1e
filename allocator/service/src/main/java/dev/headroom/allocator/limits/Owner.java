package dev.headroom.allocator.limits;

import dev.headroom.contract.limits.LimitsRecord;
import java.time.Instant;

/** Who owns a partition, by its newest lease; {@code receivedAt} is this process's clock. */
public record Owner(LimitsRecord.OwnerLease lease, long epoch, Instant receivedAt) {}
