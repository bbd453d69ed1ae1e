package dev.headroom.allocator.intake;

import dev.headroom.contract.topic.Topic;
import java.time.Instant;
import java.util.Optional;

/** A record as the broker delivered it; {@code at} is our clock. */
public record Delivery(
    Topic topic,
    int partition,
    long offset,
    Optional<byte[]> key,
    Optional<byte[]> value,
    Instant at) {}
