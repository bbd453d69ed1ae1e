package dev.headroom.gateway.station;

import dev.headroom.gateway.core.rpc.OcppVersion;
import java.util.Optional;

/** Which stations have a socket here. */
public interface ConnectedStations {

  /** What a station speaks on its socket here; empty if it has none. */
  Optional<OcppVersion> spoken(String stationId);

  /** Closes the socket of a station that is no longer welcome, if it has one. */
  void dismiss(String stationId);
}
