package dev.headroom.gateway.core.ocpp16;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Levels over time; OCPP 1.6 §7.13. {@code duration} in seconds. */
public record ChargingSchedule(
    OptionalInt duration,
    Optional<Instant> startSchedule,
    ChargingRateUnit chargingRateUnit,
    List<ChargingSchedulePeriod> chargingSchedulePeriod,
    Optional<BigDecimal> minChargingRate) {

  public ChargingSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    if (chargingSchedulePeriod.isEmpty() || chargingSchedulePeriod.getFirst().startPeriod() != 0) {
      throw new IllegalArgumentException("a schedule's first period starts at 0");
    }
  }
}
