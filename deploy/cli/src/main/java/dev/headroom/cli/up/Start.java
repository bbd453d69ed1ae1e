package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Applications;
import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.ClusterSettings;
import dev.headroom.cli.cluster.Health;
import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.cluster.Service;
import dev.headroom.cli.cluster.ServiceCommands;
import dev.headroom.cli.cluster.Stations;
import dev.headroom.cli.process.Children;
import dev.headroom.cli.work.WorkDirectory;
import java.net.http.HttpClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One start, from nothing to ready. */
record Start(
    UpOptions options,
    Applications applications,
    Ports ports,
    WorkDirectory work,
    Simulation simulation,
    BackendPlan plan,
    Launch launch,
    Progress progress) {

  /**
   * Returns, with what the services run on, once everything asked for works; throws when a part
   * fails or takes too long.
   */
  Backends toReadiness() throws InterruptedException {
    var deadline = new Deadline(work.logs());
    Backends backends = launch.startBackends(plan, ports);
    try (var watch =
        new AcknowledgementWatch(backends.broker().bootstrapServers(), simulation.names())) {
      startServices(backends, deadline);
      if (!simulation.empty()) {
        startSimulator(watch, deadline);
      }
    }
    return backends;
  }

  private void startServices(Backends backends, Deadline deadline) throws InterruptedException {
    var services = new ServiceCommands(applications, settings(backends));
    Children children = launch.children();
    for (Service service : Service.values()) {
      children.start(service.toString(), services.command(service));
    }
    try (var http = HttpClient.newHttpClient()) {
      awaitHealth(services, new Health(http), deadline);
      var stations = new Stations(http, services.address(Service.EVSE_GATEWAY));
      var passwords = simulation.secrets().simulated().stationPasswords();
      for (var station : passwords.entrySet()) {
        while (!stations.provision(station.getKey(), station.getValue())) {
          deadline.pause(children, "the gateway to take station " + station.getKey());
        }
      }
      if (!passwords.isEmpty()) {
        progress.step("stations", passwords.size() + " provisioned");
      }
    }
  }

  private void startSimulator(AcknowledgementWatch watch, Deadline deadline)
      throws InterruptedException {
    Children children = launch.children();
    var simulator = new SimulatorCommand(simulation, options.simulation(), ports);
    children.start("simulator", simulator.command());
    progress.step("simulator", simulation.description());
    while (!watch.acknowledged()) {
      deadline.pause(children, "a charger to acknowledge a limit");
    }
    progress.step("first limit", watch.description());
  }

  private void awaitHealth(ServiceCommands services, Health health, Deadline deadline)
      throws InterruptedException {
    var missing = EnumSet.allOf(Service.class);
    while (!missing.isEmpty()) {
      for (Service service : List.copyOf(missing)) {
        if (health.ready(services.address(service))) {
          missing.remove(service);
          progress.step(service.toString(), services.address(service).toString());
        }
      }
      if (!missing.isEmpty()) {
        deadline.pause(launch.children(), missing + " to be ready");
      }
    }
  }

  private ClusterSettings settings(Backends backends) {
    return new ClusterSettings(
        ports,
        backends,
        simulation.sitesDirectory(),
        simulation.secrets().metersFile(),
        work.subdirectory("state"),
        options.profileTtl(),
        provenModels(),
        options.issuer().map(it -> Map.of("headroom.access.issuer", it)).orElse(Map.of()));
  }

  private List<String> provenModels() {
    return Stream.concat(simulation.provenModels().stream(), options.provenModels().stream())
        .toList();
  }
}
