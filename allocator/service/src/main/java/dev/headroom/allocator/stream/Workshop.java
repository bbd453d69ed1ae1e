package dev.headroom.allocator.stream;

import dev.headroom.allocator.demand.Told;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Ownership;
import dev.headroom.allocator.partition.LeaseTerms;
import dev.headroom.allocator.watch.Pulses;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the partitions of a process share; safe for use by all its threads.
 *
 * @param tick how often every site is looked at without news
 */
public record Workshop(
    Layout layout,
    Ownership ownership,
    Told told,
    LeaseTerms terms,
    Duration tick,
    AllocatorMetrics metrics,
    Pulses pulses,
    Tracer tracer,
    InstantSource clock) {

  /**
   * How topics are laid out.
   *
   * @param partitions how many every topic has
   * @param replication copies of each
   */
  public record Layout(int partitions, short replication) {}
}
