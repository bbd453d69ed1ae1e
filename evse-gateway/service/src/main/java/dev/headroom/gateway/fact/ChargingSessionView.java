package dev.headroom.gateway.fact;

import java.time.Instant;
import java.util.Optional;

/** A charging session as the REST interface shows it; energies in watt-hours. */
record ChargingSessionView(
    int transactionId,
    String site,
    String evse,
    String stationId,
    String idTag,
    Optional<String> tenant,
    Instant startedAt,
    Optional<Instant> endedAt,
    long meterStartWh,
    Optional<Long> meterStopWh,
    Optional<Long> energyWh) {

  static ChargingSessionView of(ChargingRecord charging) {
    return new ChargingSessionView(
        charging.transactionId,
        charging.site,
        charging.evse,
        charging.stationId,
        charging.idTag,
        Optional.ofNullable(charging.tenant),
        charging.startedAt,
        Optional.ofNullable(charging.endedAt),
        charging.meterStartWh,
        Optional.ofNullable(charging.meterStopWh),
        Optional.ofNullable(charging.energyWh));
  }
}
