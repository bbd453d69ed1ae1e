package dev.headroom.gateway.station;

import java.time.Instant;
import java.util.Optional;

/** A station as the REST interface shows it. */
record StationView(
    String id,
    boolean connected,
    Optional<String> vendor,
    Optional<String> model,
    Optional<String> firmware,
    Optional<Instant> lastBoot,
    Optional<Instant> lastSeen) {

  static StationView of(Station station, boolean connected) {
    return new StationView(
        station.id,
        connected,
        Optional.ofNullable(station.vendor),
        Optional.ofNullable(station.model),
        Optional.ofNullable(station.firmware),
        Optional.ofNullable(station.bootedAt),
        Optional.ofNullable(station.seenAt));
  }
}
