package dev.headroom.gateway.fact;

import java.time.Instant;
import java.util.Optional;

/** A charging session as the REST interface shows it; energies in watt-hours. */
record ChargingSessionView(
    String transactionId,
    String site,
    String evse,
    String stationId,
    Optional<String> idTag,
    Optional<String> tenant,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Long> meterStartWh,
    Optional<Long> meterStopWh,
    Optional<Long> energyWh) {

  static ChargingSessionView of(ChargingRecord charging) {
    return new ChargingSessionView(
        charging.transactionId,
        charging.site,
        charging.evse,
        charging.stationId,
        Optional.ofNullable(charging.idTag),
        Optional.ofNullable(charging.tenant),
        charging.startedAt,
        Optional.ofNullable(charging.endedAt),
        Optional.ofNullable(charging.meterStartWh),
        Optional.ofNullable(charging.meterStopWh),
        Optional.ofNullable(charging.energyWh));
  }
}
