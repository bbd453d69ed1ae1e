package dev.headroom.gateway.core.dialect;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A charger says that a transaction has started.
 *
 * @param id if the station chose one
 * @param meterStartWattHours the energy register then, if it was said
 * @param timestamp by the charger's clock
 * @param live false if it comes from the charger's offline queue: it is kept, and drives nothing
 */
public record TransactionStart(
    Optional<String> id,
    int evseId,
    Optional<String> idToken,
    OptionalLong meterStartWattHours,
    Instant timestamp,
    boolean live) {}
