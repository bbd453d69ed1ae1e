package dev.headroom.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.Telling;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.simulator.meter.SimulatedMeter;
import dev.headroom.simulator.run.SimulatedSite;
import dev.headroom.simulator.run.Simulation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What can be done to the world from outside. An {@link IllegalArgumentException} means that
 * somebody asked for what is not there, an {@link IllegalStateException} that it cannot be done
 * now.
 */
final class Commands {

  private static final BigDecimal MOST_AMPERES = BigDecimal.valueOf(10_000);

  private final Simulation simulation;

  Commands(Simulation simulation) {
    this.simulation = simulation;
  }

  ObjectNode state() {
    ObjectNode state = simulation.with(sites -> StateJson.of(sites.values()));
    simulation.sessions().ifPresent(progress -> StateJson.add(state, progress));
    return state;
  }

  /** Runs the command of a path such as {@code /sites/demo-1/base}. */
  ObjectNode run(List<String> path, JsonNode body) {
    return switch (path) {
      case List<String> p when matches(p, "sites", 3) && p.get(2).equals("base") ->
          stepBase(p.get(1), body);
      case List<String> p when matches(p, "meters", 4) -> meter(p.get(1), p.get(2), p.get(3));
      case List<String> p when matches(p, "evses", 4) -> evse(p.get(1), p.get(2), p.get(3), body);
      case List<String> p when matches(p, "chargers", 3) -> charger(p.get(1), p.get(2));
      default -> throw unknown(String.join("/", path));
    };
  }

  private static boolean matches(List<String> path, String kind, int length) {
    return path.size() == length && path.getFirst().equals(kind);
  }

  private static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("there is no command " + what);
  }

  private static ObjectNode done() {
    return JsonNodeFactory.instance.objectNode().put("done", true);
  }

  /** Amperes per phase, up or down; {@code "circuit"} names another than the service entrance. */
  private ObjectNode stepBase(String name, JsonNode body) {
    Map<Phase, Integer> step = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      if (body.has(phase.name())) {
        step.put(phase, milliamps(body.get(phase.name())));
      }
    }
    if (step.isEmpty()) {
      throw new IllegalArgumentException("say how many amperes, such as {\"L2\": 40}");
    }
    return simulation.withSite(
        name,
        site -> {
          String service = site.physical().serviceEntrance().name();
          String circuit = body.path("circuit").asText(service);
          site.physical().step(circuit, new PerPhase(step));
          return done();
        });
  }

  private static int milliamps(JsonNode amperes) {
    if (!amperes.isNumber() || amperes.decimalValue().abs().compareTo(MOST_AMPERES) > 0) {
      throw new IllegalArgumentException(amperes + " is no number of amperes up to 10,000");
    }
    return amperes.decimalValue().movePointRight(3).setScale(0, RoundingMode.DOWN).intValueExact();
  }

  private ObjectNode meter(String site, String name, String command) {
    return simulation.withSite(
        site,
        there -> {
          SimulatedMeter meter = there.meter(name);
          switch (command) {
            case "start" -> meter.start(Duration.ZERO);
            case "stop" -> meter.stop();
            default -> throw unknown("meters/…/" + command);
          }
          return done();
        });
  }

  private ObjectNode evse(String site, String name, String command, JsonNode body) {
    return simulation.withSite(
        site,
        there -> {
          switch (command) {
            case "plug" -> plug(there, name, body);
            case "unplug" -> there.unplug(name);
            default -> throw unknown("evses/…/" + command);
          }
          return done();
        });
  }

  /** Optional: {@code maximumAmps, minimumAmps, phases, wattHours, responseMillis}. */
  private static void plug(SimulatedSite site, String name, JsonNode body) {
    Connector connector = site.physical().connectorOf(site.physical().evse(name));
    int minimum =
        body.has("minimumAmps")
            ? body.path("minimumAmps").asInt() * 1000
            : connector.floorMilliamps();
    int most =
        body.has("maximumAmps")
            ? body.path("maximumAmps").asInt() * 1000
            : connector.maximumMilliamps();
    connector.plug(
        new Vehicle(
            new VehicleSpec(
                minimum,
                most,
                body.path("phases").asInt(3),
                body.path("wattHours").asLong(60_000),
                Duration.ofMillis(
                    body.path("responseMillis").asLong(VehicleSpec.USUAL_RESPONSE.toMillis())),
                false)));
  }

  private ObjectNode charger(String station, String command) {
    return simulation.with(
        sites -> {
          SimulatedSite site =
              sites.values().stream()
                  .filter(each -> each.hasStation(station))
                  .findFirst()
                  .orElseThrow(
                      () -> new IllegalArgumentException("there is no station " + station));
          switch (command) {
            case "disconnect" -> site.station(station).disconnect();
            case "connect" -> site.station(station).connect();
            case "disobey" -> site.station(station).disobey(true);
            case "obey" -> site.station(station).disobey(false);
            case "tell-draw" -> site.station(station).tell(Telling.DRAW);
            case "tell-offer" -> site.station(station).tell(Telling.OFFER);
            case "tell-schedule" -> site.station(station).tell(Telling.SCHEDULE);
            case "reboot" -> site.station(station).powerCycle();
            default -> throw unknown("chargers/…/" + command);
          }
          return done();
        });
  }
}
