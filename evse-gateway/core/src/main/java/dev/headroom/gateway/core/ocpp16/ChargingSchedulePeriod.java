package dev.headroom.gateway.core.ocpp16;

import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * A level of a schedule from {@code startPeriod} seconds after its start.
 *
 * @param limit in the schedule's unit, with at most one decimal
 */
public record ChargingSchedulePeriod(int startPeriod, BigDecimal limit, OptionalInt numberPhases) {}
