package dev.headroom.gateway.core.ocpp201;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Levels over time; {@code duration} in seconds. */
public record ChargingSchedule(
    int id,
    Optional<Instant> startSchedule,
    OptionalInt duration,
    ChargingRateUnit chargingRateUnit,
    List<ChargingSchedulePeriod> chargingSchedulePeriod,
    Optional<BigDecimal> minChargingRate,
    Optional<Object> salesTariff) {

  public ChargingSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
