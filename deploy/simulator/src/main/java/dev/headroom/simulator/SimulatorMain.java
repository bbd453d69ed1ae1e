package dev.headroom.simulator;

import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.arrivals.SessionOptions;
import dev.headroom.simulator.control.ControlServer;
import dev.headroom.simulator.load.LoadFiles;
import dev.headroom.simulator.load.UnreadableLoad;
import dev.headroom.simulator.ocpp.SpokenVersions;
import dev.headroom.simulator.ocpp.StationTls;
import dev.headroom.simulator.run.Replay;
import dev.headroom.simulator.run.Simulation;
import dev.headroom.simulator.run.SimulationSettings;
import dev.headroom.simulator.sites.Credentials;
import dev.headroom.simulator.sites.SeededSites;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulated sites against real services, until stopped. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Simulated meters, vehicles and chargers that speak the real protocols.")
public final class SimulatorMain implements Callable<Integer> {

  @Option(
      names = "--site",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Site files to run; of a directory its *.yaml.")
  private List<Path> siteFiles = List.of();

  @Option(
      names = "--sites",
      paramLabel = "N",
      description = "Instead of files: this many demo sites from the seed.")
  private int sites;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of demo sites, loads and vehicles (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"--meters", "--meter-keys"},
      required = true,
      paramLabel = "FILE",
      description = "Lines 'site/meter: key'.")
  private @Nullable Path meterKeys;

  @Option(
      names = {"--stations", "--station-passwords"},
      required = true,
      paramLabel = "FILE",
      description = "Lines 'station: password'.")
  private @Nullable Path stationPasswords;

  @Option(
      names = "--gateway",
      defaultValue = "ws://127.0.0.1:8081/ocpp",
      paramLabel = "URI",
      description = "Stations connect to URI/ID (default: ${DEFAULT-VALUE}).")
  private @Nullable URI gateway;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "PEM of the authorities of a wss gateway's certificate (default: the JDK's).")
  private @Nullable Path trust;

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Stations show ID.p12 of it, if it is there (OCPP security profile 3).")
  private @Nullable Path certificates;

  @Option(
      names = "--certificate-secret",
      defaultValue = "changeit",
      paramLabel = "TEXT",
      description = "Of these files (default: ${DEFAULT-VALUE}).")
  private String certificateSecret = "changeit";

  @Option(
      names = "--ocpp",
      defaultValue = "mixed",
      paramLabel = "VERSION",
      description =
          "What stations speak: 1.6, 2.0.1, or mixed, which is in turn (default:"
              + " ${DEFAULT-VALUE}).")
  private String ocpp = "mixed";

  @Option(
      names = {"--ingest", "--meter-ingest"},
      defaultValue = "coaps://127.0.0.1:5684",
      paramLabel = "URI",
      description = "Where meters post (default: ${DEFAULT-VALUE}/readings).")
  private @Nullable URI meterIngest;

  @Option(names = "--no-arrivals", description = "Vehicles come by the control line alone.")
  private boolean noArrivals;

  @Mixin private SessionOptions sessions = new SessionOptions();

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = "Replays a recorded load: IEEE EU LV tar.gz, or UCI household text.")
  private @Nullable Path load;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "X",
      description = "The load's recorded seconds per second (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--load-scale",
      paramLabel = "FACTOR",
      description = "Times the recorded current; default: fits each circuit's worst case.")
  private @Nullable Double loadScale;

  @Option(names = "--control-port", defaultValue = "-1", description = "Local control; 0 for any.")
  private int controlPort;

  @Option(names = "--exit-with-stdin", description = "Ends when standard input closes.")
  private boolean exitWithStdin;

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger COAP = Logger.getLogger("org.eclipse.californium");

  /** Exits with 0 when stopped, 2 on wrong arguments. */
  public static void main(String... args) {
    COAP.setLevel(Level.WARNING);
    System.exit(new CommandLine(new SimulatorMain()).execute(args));
  }

  @Override
  public Integer call() {
    try {
      return run();
    } catch (IllegalArgumentException | UnreadableLoad | IOException | UncheckedIOException e) {
      System.err.println("simulator: " + e.getMessage());
      return 2;
    }
  }

  private int run() throws IOException {
    var stopped = new CountDownLatch(1);
    try (var simulation = new Simulation(settings())) {
      Optional<ControlServer> control = control(simulation);
      simulation.start();
      if (exitWithStdin) {
        Thread.ofPlatform().daemon().name("stdin").start(() -> untilClosed(stopped));
      }
      stopped.await();
      control.ifPresent(ControlServer::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private Optional<ControlServer> control(Simulation simulation) throws IOException {
    if (controlPort < 0) {
      return Optional.empty();
    }
    ControlServer server = new ControlServer(simulation, controlPort);
    System.out.println("control: http://127.0.0.1:" + server.port());
    return Optional.of(server);
  }

  private static void untilClosed(CountDownLatch stopped) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("simulator: standard input: " + e.getMessage());
    }
    stopped.countDown();
  }

  private SimulationSettings settings() throws IOException {
    return new SimulationSettings(
        sites(),
        Credentials.read(given(meterKeys), given(stationPasswords)),
        given(gateway),
        readings(given(meterIngest)),
        seed,
        sessions.arrivals(noArrivals ? new Arrivals.ByHand() : new Arrivals.Seeded()),
        SpokenVersions.of(ocpp),
        SimulationSettings.METER_PERIOD,
        replay(),
        new StationTls(
            Optional.ofNullable(trust), Optional.ofNullable(certificates), certificateSecret),
        System.out::println);
  }

  private List<Site> sites() {
    if (siteFiles.isEmpty() == (sites == 0)) {
      throw new IllegalArgumentException("give either --site FILE… or --sites N");
    }
    return siteFiles.isEmpty()
        ? SeededSites.generate(sites, seed)
        : siteFiles.stream().flatMap(SimulatorMain::files).map(SimulatorMain::site).toList();
  }

  private static Stream<Path> files(Path given) {
    if (!Files.isDirectory(given)) {
      return Stream.of(given);
    }
    try (Stream<Path> inside = Files.list(given)) {
      List<Path> files = inside.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(given + " holds no *.yaml");
      }
      return files.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(given + " cannot be read", e);
    }
  }

  private static Site site(Path file) {
    return switch (SiteYaml.read(file)) {
      case SiteFile.Read read -> read.document().site();
      case SiteFile.Refused refused ->
          throw new IllegalArgumentException(refused.findings().getFirst().describe());
    };
  }

  private Optional<Replay> replay() {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("--speed is above 0");
    }
    if (load == null) {
      return Optional.empty();
    }
    OptionalInt scale =
        loadScale == null
            ? OptionalInt.empty()
            : OptionalInt.of((int) Math.round(loadScale * 1000));
    return Optional.of(new Replay(LoadFiles.read(load), speed, scale));
  }

  private static URI readings(URI ingest) {
    return ingest.getPath().isEmpty() ? ingest.resolve("/readings") : ingest;
  }

  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("an option is missing; see --help");
    }
    return value;
  }
}
