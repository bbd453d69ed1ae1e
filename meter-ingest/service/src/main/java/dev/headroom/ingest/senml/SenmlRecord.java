package dev.headroom.ingest.senml;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A resolved record (RFC 8428, 4.6): base fields are worked in, the time is absolute. At least one
 * of value and sum is there.
 *
 * @param sum the integrated value over time, in the unit times seconds
 */
public record SenmlRecord(
    String name,
    Optional<String> unit,
    Optional<SenmlValue> value,
    Optional<BigDecimal> sum,
    Instant time) {}
