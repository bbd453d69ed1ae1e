package dev.headroom.cli.cluster;

import dev.headroom.cli.process.JvmCommand;
import dev.headroom.cli.process.LifelineJar;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How to start each service of a cluster, and where it answers then. */
public record ServiceCommands(Applications applications, ClusterSettings settings) {

  /** Written by Quarkus' build when asked for; a start with it takes half the work. */
  private static final String CLASS_ARCHIVE = "app-cds.jsa";

  private static final String QUARKUS_ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  public JvmCommand command(Service service) {
    Path directory = applications.directoryOf(service);
    Path archive = directory.resolve(CLASS_ARCHIVE);
    return new JvmCommand(
        directory,
        // The lifeline last: the class data archive is made for what comes first.
        List.of("quarkus-run.jar", LifelineJar.find().path().toString()),
        QUARKUS_ENTRY,
        heapMegabytes(service),
        properties(service),
        environment(service),
        List.of(),
        Optional.of(archive).filter(Files::exists));
  }

  /** The service's HTTP address, without a path. */
  public URI address(Service service) {
    return URI.create("http://127.0.0.1:" + settings.httpPort(service));
  }

  private static int heapMegabytes(Service service) {
    return switch (service) {
      case ALLOCATOR -> 256;
      case EVSE_GATEWAY -> 192;
      case DR_ADAPTER -> 128;
      case METER_INGEST -> 160;
    };
  }

  private Map<String, String> properties(Service service) {
    var properties = new HashMap<>(settings.backends().broker().properties(service));
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", Integer.toString(settings.httpPort(service)));
    properties.putAll(
        switch (service) {
          case ALLOCATOR -> allocator();
          case EVSE_GATEWAY -> gateway();
          case DR_ADAPTER -> settings.backends().database().properties();
          case METER_INGEST -> ingest();
        });
    properties.putAll(settings.overrides());
    return properties;
  }

  private Map<String, String> allocator() {
    return Map.of(
        "headroom.allocator.sites-directory", settings.sitesDirectory().toString(),
        "headroom.allocator.state-directory",
            settings.stateDirectory().resolve("allocator").toString());
  }

  private Map<String, String> environment(Service service) {
    return switch (service) {
      case EVSE_GATEWAY, DR_ADAPTER -> settings.backends().database().environment();
      case ALLOCATOR, METER_INGEST -> Map.of();
    };
  }

  private Map<String, String> gateway() {
    var properties = new HashMap<>(settings.backends().database().properties());
    properties.put("headroom.gateway.profile-ttl", settings.profileTtl().toString());
    if (!settings.provenModels().isEmpty()) {
      properties.put("headroom.gateway.proven-models", String.join(",", settings.provenModels()));
    }
    return properties;
  }

  private Map<String, String> ingest() {
    var ports = settings.ports();
    var properties = new HashMap<String, String>();
    properties.put("headroom.coap.secure-port", Integer.toString(ports.coaps()));
    ports.coap().ifPresent(it -> properties.put("headroom.coap.plain-port", it.toString()));
    properties.put("headroom.meters.file", settings.metersFile().toString());
    return properties;
  }
}
