package dev.headroom.gateway.trace;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an allocation came from.
 *
 * @param allocatedAt when it was decided, by the allocator's clock
 * @param oldestReadingAt of the readings it rests on, the oldest by its meter's clock; empty if
 *     there was none or nobody knows
 * @param trace the decision's; invalid if it was not traced
 */
public record Origin(Instant allocatedAt, Optional<Instant> oldestReadingAt, SpanContext trace) {}
