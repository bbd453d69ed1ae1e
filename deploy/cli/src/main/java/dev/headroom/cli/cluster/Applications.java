package dev.headroom.cli.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the packaged services are.
 *
 * @param directories the directory of each service's {@code quarkus-run.jar}, by service
 */
public record Applications(Map<Service, Path> directories) {

  public Applications {
    directories = Map.copyOf(directories);
  }

  /** As {@code headroom up} sets them aside: one directory per service. */
  public static Applications staged(Path home) {
    return new Applications(
        Map.of(
            Service.ALLOCATOR, home.resolve("allocator"),
            Service.EVSE_GATEWAY, home.resolve("evse-gateway"),
            Service.DR_ADAPTER, home.resolve("dr-adapter"),
            Service.METER_INGEST, home.resolve("meter-ingest")));
  }

  /** As Maven leaves them in a checkout. */
  public static Applications ofCheckout(Path root) {
    return new Applications(
        Map.of(
            Service.ALLOCATOR, root.resolve("allocator/service/target/quarkus-app"),
            Service.EVSE_GATEWAY, root.resolve("evse-gateway/service/target/quarkus-app"),
            Service.DR_ADAPTER, root.resolve("dr-adapter/target/quarkus-app"),
            Service.METER_INGEST, root.resolve("meter-ingest/service/target/quarkus-app")));
  }

  /**
   * Where the service's {@code quarkus-run.jar} is.
   *
   * @throws IllegalStateException when it has not been packaged
   */
  Path directoryOf(Service service) {
    Path directory = directories.getOrDefault(service, Path.of(service.toString()));
    if (!Files.exists(directory.resolve("quarkus-run.jar"))) {
      throw new IllegalStateException(
          service + " is not packaged: no quarkus-run.jar in " + directory);
    }
    return directory;
  }
}
