package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Who limits, and whether the grid is in need. */
public record ChargingLimit(String chargingLimitSource, Optional<Boolean> isGridCritical) {}
