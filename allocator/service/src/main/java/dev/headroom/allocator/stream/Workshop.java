package dev.headroom.allocator.stream;

import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Ownership;
import dev.headroom.allocator.partition.LeaseTerms;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the partitions of a process share; safe for use by all its threads.
 *
 * @param partitions how many every topic has
 * @param tick how often every site is looked at without news
 */
public record Workshop(
    int partitions,
    Ownership ownership,
    LeaseTerms terms,
    Duration tick,
    AllocatorMetrics metrics,
    Tracer tracer,
    InstantSource clock) {}
