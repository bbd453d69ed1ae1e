package dev.headroom.gateway.core.dialect;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A charger says that a transaction has ended.
 *
 * @param meterStopWattHours the energy register then, if it was said
 * @param timestamp by the charger's clock
 * @param reason the charger's word
 */
public record TransactionEnd(
    String id, OptionalLong meterStopWattHours, Instant timestamp, Optional<String> reason) {}
