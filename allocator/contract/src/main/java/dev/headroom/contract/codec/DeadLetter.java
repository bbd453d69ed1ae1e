package dev.headroom.contract.codec;

import java.time.Instant;
import java.util.Optional;

/**
 * A record nobody could use, and why: a value of {@code headroom.dead-letters}.
 *
 * @param valueBase64 the record's value as it was; empty for a tombstone
 * @param reportedBy the service that could not use it
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    Optional<String> key,
    Optional<String> valueBase64,
    String reason,
    String reportedBy,
    Instant at) {}
