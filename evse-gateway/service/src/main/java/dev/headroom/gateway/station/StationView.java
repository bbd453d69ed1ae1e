package dev.headroom.gateway.station;

import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A station as the REST interface shows it.
 *
 * @param ocppVersion of the socket it has here
 * @param defaultOcppVersion when it opens a socket without naming one
 * @param securityProfile the least that was configured for it
 * @param securityProfileSeen the highest it connected with, 0 for none
 * @param passwordRotationSince when it was told a password that it has not come back with
 */
record StationView(
    String id,
    boolean connected,
    Optional<String> ocppVersion,
    Optional<String> defaultOcppVersion,
    Optional<Integer> securityProfile,
    int securityProfileSeen,
    Optional<Instant> passwordRotationSince,
    Optional<String> vendor,
    Optional<String> model,
    Optional<String> firmware,
    Optional<Instant> lastBoot,
    Optional<Instant> lastSeen) {

  static StationView of(Station station, Optional<OcppVersion> spoken) {
    return new StationView(
        station.id,
        spoken.isPresent(),
        spoken.map(OcppVersion::number),
        Optional.ofNullable(station.defaultOcppVersion),
        Optional.ofNullable(station.leastSecurityProfile),
        station.seenSecurityProfile,
        station.rotation().map(Rotation::orderedAt),
        Optional.ofNullable(station.vendor),
        Optional.ofNullable(station.model),
        Optional.ofNullable(station.firmware),
        Optional.ofNullable(station.bootedAt),
        Optional.ofNullable(station.seenAt));
  }
}
