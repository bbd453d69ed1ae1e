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
    Launch launch,
    Progress progress) {

  /** Returns once everything asked for works; throws when a part fails or takes too long. */
  void toReadiness() throws InterruptedException {
    var deadline = new Deadline(work.logs());
    Simulation simulation = Simulation.prepare(options, work);
    Backends backends = launch.startBackends(ports, progress);
    var services = new ServiceCommands(applications, settings(simulation, backends));
    Children children = launch.children();
    for (Service service : Service.values()) {
      children.start(service.toString(), services.command(service));
    }
    try (var http = HttpClient.newHttpClient()) {
      awaitHealth(services, new Health(http), deadline);
      if (simulation.empty()) {
        return;
      }
      var stations = new Stations(http, services.address(Service.EVSE_GATEWAY));
      for (var station : simulation.credentials().stationPasswords().entrySet()) {
        while (!stations.provision(station.getKey(), station.getValue())) {
          deadline.pause(children, "the gateway to take station " + station.getKey());
        }
      }
    }
    progress.step("stations", simulation.credentials().stationPasswords().size() + " provisioned");
    try (var watch = new AcknowledgementWatch(backends.bootstrapServers(), simulation.names())) {
      children.start("simulator", new SimulatorCommand(simulation, options, ports).command());
      progress.step("simulator", simulation.description());
      while (!watch.acknowledged()) {
        deadline.pause(children, "a charger to acknowledge a limit");
      }
      progress.step("first limit", watch.description());
    }
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

  private ClusterSettings settings(Simulation simulation, Backends backends) {
    return new ClusterSettings(
        ports,
        backends,
        simulation.sitesDirectory(),
        simulation.metersFile(),
        work.subdirectory("state"),
        options.profileTtl(),
        provenModels(simulation),
        Map.of());
  }

  private List<String> provenModels(Simulation simulation) {
    return Stream.concat(simulation.provenModels().stream(), options.provenModels().stream())
        .toList();
  }
}
