/** Kafka Streams around the work of a partition. */
package dev.headroom.allocator.stream;
