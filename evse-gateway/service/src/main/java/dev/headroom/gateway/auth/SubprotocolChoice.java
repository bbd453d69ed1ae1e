package dev.headroom.gateway.auth;

import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.station.Stations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Which version of OCPP a socket speaks: the newest of ours that the station offers, whatever its
 * own order; the one it is registered with where it offers nothing.
 */
@ApplicationScoped
class SubprotocolChoice {

  private static final int MOST_STATIONS = 20_000;

  private final Stations stations;

  /** What was found last, for when the database is away. */
  private final Map<String, Optional<OcppVersion>> defaults = new LinkedHashMap<>();

  SubprotocolChoice(Stations stations) {
    this.stations = stations;
  }

  /**
   * @param offered the values of {@code Sec-WebSocket-Protocol}, if there are any
   * @return empty if there is none in common, or nothing was offered and nothing is registered
   */
  CompletionStage<Optional<OcppVersion>> choose(String station, List<String> offered) {
    return offered.isEmpty()
        ? registered(station)
        : CompletableFuture.completedStage(newestOf(offered));
  }

  static Optional<OcppVersion> newestOf(List<String> offered) {
    List<String> names =
        offered.stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::trim)
            .toList();
    return Arrays.stream(OcppVersion.values())
        .filter(version -> names.contains(version.subprotocol()))
        .findFirst();
  }

  private CompletionStage<Optional<OcppVersion>> registered(String station) {
    return stations
        .defaultVersion(station)
        .thenApply(found -> keep(station, found))
        .exceptionally(away -> last(station));
  }

  private synchronized Optional<OcppVersion> keep(String station, Optional<OcppVersion> found) {
    if (defaults.size() >= MOST_STATIONS) {
      defaults.remove(defaults.keySet().iterator().next());
    }
    defaults.put(station, found);
    return found;
  }

  private synchronized Optional<OcppVersion> last(String station) {
    return defaults.getOrDefault(station, Optional.empty());
  }
}
