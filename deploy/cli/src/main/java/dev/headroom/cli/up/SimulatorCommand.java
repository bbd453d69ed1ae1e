package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.process.JvmCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How to start the simulator: from this launcher's own class path. */
record SimulatorCommand(Simulation simulation, SimulationOptions options, Ports ports) {
  private static final int HEAP_MEGABYTES = 192;

  JvmCommand command() {
    return new JvmCommand(
        simulation.sitesDirectory(),
        List.of(System.getProperty("java.class.path")),
        "dev.headroom.simulator.SimulatorMain",
        HEAP_MEGABYTES,
        Map.of(),
        Map.of(),
        arguments(),
        Optional.empty());
  }

  private List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--site", simulation.sitesDirectory().toString()));
    arguments.addAll(List.of("--meters", simulation.secrets().metersFile().toString()));
    arguments.addAll(List.of("--stations", simulation.secrets().stationsFile().toString()));
    arguments.addAll(List.of("--gateway", "ws://127.0.0.1:" + ports.gateway() + "/ocpp"));
    arguments.addAll(List.of("--ingest", "coaps://127.0.0.1:" + ports.coaps() + "/readings"));
    arguments.addAll(List.of("--control-port", Integer.toString(ports.control())));
    arguments.addAll(options.arguments());
    return arguments;
  }
}
