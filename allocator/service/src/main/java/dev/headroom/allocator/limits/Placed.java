package dev.headroom.allocator.limits;

/** A value and where it stands in its topic. */
public record Placed<V>(V value, int partition, long offset) {}
