package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.Optional;

/** What a vehicle says it needs, and when it means to leave. */
public record ChargingNeeds(
    EnergyTransferMode requestedEnergyTransfer,
    Optional<Instant> departureTime,
    Optional<ACChargingParameters> acChargingParameters,
    Optional<DCChargingParameters> dcChargingParameters) {}
