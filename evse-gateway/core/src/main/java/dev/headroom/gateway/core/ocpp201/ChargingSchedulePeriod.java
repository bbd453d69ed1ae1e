package dev.headroom.gateway.core.ocpp201;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** A level of a schedule from {@code startPeriod} seconds after its start. */
public record ChargingSchedulePeriod(
    int startPeriod, BigDecimal limit, OptionalInt numberPhases, OptionalInt phaseToUse) {}
