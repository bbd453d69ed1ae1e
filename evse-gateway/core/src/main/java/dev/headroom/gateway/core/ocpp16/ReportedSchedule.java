package dev.headroom.gateway.core.ocpp16;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A schedule as a charge point tells it; OCPP 1.6 §7.13. Read leniently: many leave something out.
 *
 * @param duration in seconds
 */
public record ReportedSchedule(
    OptionalInt duration,
    Optional<String> startSchedule,
    Optional<String> chargingRateUnit,
    List<Period> chargingSchedulePeriod,
    Optional<BigDecimal> minChargingRate) {

  /** A level from {@code startPeriod} seconds after the start; the first may leave that out. */
  public record Period(OptionalInt startPeriod, BigDecimal limit, OptionalInt numberPhases) {}

  public ReportedSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
