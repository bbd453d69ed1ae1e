package dev.headroom.cli.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the services of one cluster are told.
 *
 * @param sitesDirectory where the allocator watches for site files
 * @param metersFile pre-shared keys of meters
 * @param stateDirectory what may be lost between two starts
 * @param provenModels models of charger, as {@code Vendor/Model}, whose fallback counts (S10)
 * @param overrides further settings of any service, which win over all others
 */
public record ClusterSettings(
    Ports ports,
    Backends backends,
    Path sitesDirectory,
    Path metersFile,
    Path stateDirectory,
    Duration profileTtl,
    List<String> provenModels,
    Map<String, String> overrides) {

  public ClusterSettings {
    provenModels = List.copyOf(provenModels);
    overrides = Map.copyOf(overrides);
  }

  int httpPort(Service service) {
    return switch (service) {
      case ALLOCATOR -> ports.allocator();
      case EVSE_GATEWAY -> ports.gateway();
      case DR_ADAPTER -> ports.dr();
      case METER_INGEST -> ports.ingest();
    };
  }
}
