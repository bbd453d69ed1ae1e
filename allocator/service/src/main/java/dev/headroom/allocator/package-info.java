/** The allocator: Kafka in, allocations out. Start reading at {@code AllocatorTopology}. */
package dev.headroom.allocator;
