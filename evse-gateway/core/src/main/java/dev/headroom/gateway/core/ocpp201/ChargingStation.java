package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** What a station is. */
public record ChargingStation(
    String model,
    String vendorName,
    Optional<String> serialNumber,
    Optional<String> firmwareVersion,
    Optional<Modem> modem) {}
