package dev.headroom.gateway.station;

import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.core.linkcut.Readiness;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.EvseReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Which stations have a socket here. */
public interface ConnectedStations {

  /** What a station speaks on its socket here; empty if it has none. */
  Optional<OcppVersion> spoken(String stationId);

  /** How the EVSEs of a station stand that has a socket here; none if it has not. */
  CompletionStage<List<EvseReport>> report(String stationId);

  /** Whether a station's link can be cut to see how it falls back. */
  CompletionStage<Readiness> readiness(String stationId);

  /** Tells a station another password. False if it has no socket here. */
  boolean rekey(String stationId, Secret password);

  /** Closes the socket of a station as if its link were cut. */
  void cut(String stationId);

  /** Something else is known of models of stations. */
  void modelsChanged();

  /** Closes the socket of a station that is no longer welcome, if it has one. */
  void dismiss(String stationId);
}
