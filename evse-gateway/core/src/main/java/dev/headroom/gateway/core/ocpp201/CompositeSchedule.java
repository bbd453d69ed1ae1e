package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.List;

/** What an EVSE will follow, {@code duration} in seconds. */
public record CompositeSchedule(
    int evseId,
    int duration,
    Instant scheduleStart,
    ChargingRateUnit chargingRateUnit,
    List<ChargingSchedulePeriod> chargingSchedulePeriod) {

  public CompositeSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
