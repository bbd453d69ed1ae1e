package dev.headroom.allocator.partition;

import dev.headroom.allocator.demand.Told;
import dev.headroom.allocator.memory.Memories;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Ownership;
import java.util.function.LongSupplier;

/**
 * What a partition's desk works with.
 *
 * @param nanos a stopwatch: how long its own work takes
 */
public record Fittings(
    Tables tables,
    Memories memories,
    Outbox outbox,
    Ownership ownership,
    Told told,
    LeaseTerms terms,
    AllocatorMetrics metrics,
    LongSupplier nanos) {}
