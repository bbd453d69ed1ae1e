package dev.headroom.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.cli.cluster.Applications;
import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.Broker;
import dev.headroom.cli.cluster.ClusterSettings;
import dev.headroom.cli.cluster.Database;
import dev.headroom.cli.cluster.Health;
import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.cluster.Service;
import dev.headroom.cli.cluster.ServiceCommands;
import dev.headroom.cli.cluster.Stations;
import dev.headroom.cli.process.Child;
import dev.headroom.cli.process.Children;
import dev.headroom.cli.process.JvmCommand;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Site;
import dev.headroom.embedded.EmbeddedDatabase;
import dev.headroom.embedded.EmbeddedKafka;
import dev.headroom.embedded.FreePorts;
import dev.headroom.simulator.SimulatorMain;
import dev.headroom.simulator.sites.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Broker, database, four services and a simulator, each of the services a process of its own. */
final class Cluster implements AutoCloseable {

  /** The dead man's TTL, short enough to wait for. */
  static final Duration TTL = Duration.ofSeconds(20);

  static final String WORKSHOP_PASSWORD = "workshop-password-0";
  static final String WORKSHOP_METER_KEY = "workshop-key";

  private static final Path ROOT = Path.of(System.getProperty("headroom.root"));

  private final Path directory;
  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final EmbeddedDatabase database = EmbeddedDatabase.builder().throwAway().start();
  private final Children children;
  private final ServiceCommands commands;
  private final Map<Service, Child> services = new EnumMap<>(Service.class);
  private final Http http = new Http();
  private final Ports ports;
  private final World world;
  private int starts;

  private Cluster(
      Path directory, List<String> simulated, Map<String, String> overrides, List<String> arguments)
      throws IOException, InterruptedException {
    this.directory = directory;
    children = new Children(Files.createDirectories(directory.resolve("logs")));
    ports = freePorts();
    Path sitesDirectory = Files.createDirectories(directory.resolve("sites"));
    List<Path> files = new ArrayList<>();
    for (String name : simulated) {
      files.add(putSite(name));
    }
    putSite("workshop");
    List<Site> sites = files.stream().map(Cluster::site).toList();
    Credentials credentials = Credentials.random(sites, new SecureRandom());
    Path meters = directory.resolve("meters");
    Path stations = directory.resolve("stations");
    credentials.writeMeterKeys(meters);
    credentials.writeStationPasswords(stations);
    Files.writeString(
        meters, Files.readString(meters) + "\nworkshop/main: " + WORKSHOP_METER_KEY + "\n");
    var settings =
        new ClusterSettings(
            ports,
            new Backends(Broker.of(kafka, Broker.EMBEDDED_PARTITIONS), Database.of(database)),
            sitesDirectory,
            meters,
            directory.resolve("state"),
            TTL,
            List.of("Headroom/Simulated AC", "Headroom/Simulated DC"),
            overrides);
    commands = new ServiceCommands(Applications.ofCheckout(ROOT), settings);
    for (Service service : Service.values()) {
      start(service);
    }
    for (Service service : Service.values()) {
      awaitReady(service);
    }
    credentials.stationPasswords().forEach(this::provision);
    provision("workshop-bay", WORKSHOP_PASSWORD);
    URI control = startSimulator(files, meters, stations, arguments);
    world = new World(http, control);
    Awaitility.await("the simulator's control")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> http.get(control.resolve("/state")).has("sites"));
  }

  /**
   * A running cluster with these simulated sites, and the workshop that nothing simulates. Its logs
   * stay in {@code target/e2e/} under the test's name.
   */
  static Cluster start(Class<?> test, List<String> simulated, String... simulatorArguments) {
    return start(test, simulated, Map.of(), simulatorArguments);
  }

  /** The same with these settings of every service. */
  static Cluster start(
      Class<?> test,
      List<String> simulated,
      Map<String, String> overrides,
      String... simulatorArguments) {
    try {
      Path all = Files.createDirectories(ROOT.resolve("deploy/e2e/target/e2e"));
      Path directory = Files.createTempDirectory(all, test.getSimpleName() + "-");
      return new Cluster(directory, simulated, overrides, List.of(simulatorArguments));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes a station known to the gateway. */
  void provision(String station, String password) {
    var gateway = new Stations(http.client(), commands.address(Service.EVSE_GATEWAY));
    Awaitility.await("station " + station)
        .atMost(Duration.ofSeconds(90))
        .until(() -> gateway.provision(station, password));
  }

  private URI startSimulator(List<Path> files, Path meters, Path stations, List<String> more)
      throws IOException {
    int control = FreePorts.any();
    List<String> arguments = new ArrayList<>();
    for (Path file : files) {
      arguments.addAll(List.of("--site", file.toString()));
    }
    arguments.addAll(List.of("--meter-keys", meters.toString()));
    arguments.addAll(List.of("--station-passwords", stations.toString()));
    arguments.addAll(List.of("--gateway", "ws://127.0.0.1:" + ports.gateway() + "/ocpp"));
    arguments.addAll(List.of("--meter-ingest", "coaps://127.0.0.1:" + ports.coaps()));
    arguments.addAll(List.of("--control-port", Integer.toString(control)));
    arguments.add("--no-arrivals");
    arguments.add("--exit-with-stdin");
    arguments.addAll(more);
    String classPath = System.getProperty("java.class.path");
    children.start(
        "simulator",
        new JvmCommand(
            directory,
            List.of(classPath.split(System.getProperty("path.separator"))),
            SimulatorMain.class.getName(),
            256,
            Map.of(),
            Map.of(),
            arguments,
            Optional.empty()));
    return URI.create("http://127.0.0.1:" + control);
  }

  /** Puts a site file of the tests where the allocator watches. */
  Path putSite(String name) throws IOException {
    Path file = directory.resolve("sites").resolve(name + ".yaml");
    try (var resource = Cluster.class.getResourceAsStream("/sites/" + name + ".yaml")) {
      Files.write(file, resource.readAllBytes());
    }
    return file;
  }

  Path directory() {
    return directory;
  }

  Path sitesDirectory() {
    return directory.resolve("sites");
  }

  private static Site site(Path file) {
    return switch (SiteYaml.read(file)) {
      case SiteFile.Read read -> read.document().site();
      case SiteFile.Refused refused ->
          throw new IllegalStateException(refused.findings().toString());
    };
  }

  void start(Service service) {
    starts++;
    services.put(service, children.start(service + "-" + starts, commands.command(service)));
  }

  void awaitReady(Service service) {
    Child child = child(service);
    Health health = new Health(http.client());
    Awaitility.await(service + " is ready")
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              if (!child.alive()) {
                throw new IllegalStateException(service + " died: " + child.lastLines(30));
              }
              return health.ready(commands.address(service));
            });
  }

  /** As a crash would. */
  void kill(Service service) {
    try {
      child(service).kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As Kubernetes asks a pod to end. */
  void terminate(Service service) {
    ProcessHandle.of(child(service).pid()).ifPresent(ProcessHandle::destroy);
  }

  /** What it wrote so far. */
  List<String> log(Service service) {
    return child(service).lastLines(Integer.MAX_VALUE);
  }

  void stopBroker() {
    kafka.stop();
  }

  void restartBroker() {
    kafka.restart();
  }

  private Child child(Service service) {
    return Optional.ofNullable(services.get(service)).orElseThrow();
  }

  boolean alive(Service service) {
    return child(service).alive();
  }

  World world() {
    return world;
  }

  Http http() {
    return http;
  }

  Ports ports() {
    return ports;
  }

  URI at(Service service, String path) {
    return commands.address(service).resolve(path);
  }

  /** What the allocator says of an EVSE. */
  JsonNode told(String site, String evse) {
    for (JsonNode each : limits(site).path("evses")) {
      if (each.path("evse").asText().equals(evse)) {
        return each;
      }
    }
    throw new IllegalStateException("nothing told to " + site + "/" + evse);
  }

  JsonNode limits(String site) {
    JsonNode answer = http.get(at(Service.ALLOCATOR, "/api/v1/sites/" + site + "/limits"));
    return answer.has("limits") ? answer.path("limits") : answer;
  }

  /** The sum of a counter over all its labels that contain this text; 0 if it is not there. */
  double counter(Service service, String name, String label) {
    return http.text(at(service, "/q/metrics"))
        .lines()
        .filter(line -> line.startsWith(name))
        .filter(line -> line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Ports freePorts() {
    int base = FreePorts.row(7);
    return new Ports(
        base, base + 1, base + 2, base + 3, base + 4, Optional.empty(), base + 5, base + 6);
  }

  @Override
  public void close() {
    children.close();
    http.close();
    database.close();
    kafka.close();
  }
}
