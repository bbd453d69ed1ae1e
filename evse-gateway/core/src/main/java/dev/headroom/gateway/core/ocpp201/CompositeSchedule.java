package dev.headroom.gateway.core.ocpp201;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an EVSE will follow, {@code duration} in seconds. Read leniently. */
public record CompositeSchedule(
    OptionalInt evseId,
    OptionalInt duration,
    Optional<String> scheduleStart,
    Optional<String> chargingRateUnit,
    List<Period> chargingSchedulePeriod) {

  /** A level from {@code startPeriod} seconds after the start; the first may leave that out. */
  public record Period(
      OptionalInt startPeriod,
      BigDecimal limit,
      OptionalInt numberPhases,
      OptionalInt phaseToUse) {}

  public CompositeSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
