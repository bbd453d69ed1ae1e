package dev.headroom.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.breaker.BreakerHeat;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.simulator.meter.SimulatedMeter;
import dev.headroom.simulator.run.SessionProgress;
import dev.headroom.simulator.run.SimulatedSite;
import java.util.Collection;

/** The truth of the simulated world: what really flows, and what every charger obeys. */
final class StateJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StateJson() {}

  static ObjectNode of(Collection<SimulatedSite> sites) {
    ObjectNode state = NODES.objectNode();
    ArrayNode array = state.putArray("sites");
    sites.forEach(site -> array.add(of(site)));
    return state;
  }

  /** Energies in the recording's kWh: what is played is that much less by the speed. */
  static void add(ObjectNode state, SessionProgress progress) {
    state
        .putObject("sessions")
        .put("speed", progress.running().replay().speed())
        .put("recordedAt", progress.recordedAt().toString())
        .put("planned", progress.planned())
        .put("turnedAway", progress.turnedAway())
        .put("begun", progress.tally().begun())
        .put("ended", progress.tally().ended())
        .put("missed", progress.tally().missed())
        .put("askedKilowattHours", progress.askedKilowattHours())
        .put("servedKilowattHours", progress.servedKilowattHours())
        .put("over", progress.over());
  }

  private static ObjectNode of(SimulatedSite site) {
    PhysicalSite physical = site.physical();
    ObjectNode node = NODES.objectNode();
    node.put("site", physical.site().name()).put("at", physical.now().toString());
    ArrayNode circuits = node.putArray("circuits");
    for (Circuit circuit : physical.site().circuits()) {
      circuit.phases().stream()
          .sorted()
          .forEach(phase -> circuits.add(circuit(physical, circuit, phase)));
    }
    ArrayNode evses = node.putArray("evses");
    physical.site().evses().forEach(evse -> evses.add(evse(site, evse)));
    ArrayNode meters = node.putArray("meters");
    site.meters().forEach(meter -> meters.add(meter(meter)));
    return node;
  }

  private static ObjectNode circuit(PhysicalSite site, Circuit circuit, Phase phase) {
    BreakerHeat heat = site.heat(circuit.name(), phase);
    return NODES
        .objectNode()
        .put("circuit", circuit.name())
        .put("phase", phase.name())
        .put("trueMilliamps", site.currentsOf(circuit.name()).magnitudeMilliamps(phase))
        .put("baseMilliamps", site.baseOf(circuit.name()).magnitudeMilliamps(phase))
        .put("neutralMilliamps", site.currentsOf(circuit.name()).neutralMilliamps())
        .put("limitMilliamps", circuit.continuousMilliamps())
        .put("breakerMilliamps", circuit.breakerMilliamps())
        .put("d", heat.d())
        .put("peakD", heat.peak())
        .put("longestAboveRatingMillis", heat.longestAbove().toMillis());
  }

  private static ObjectNode evse(SimulatedSite site, Evse evse) {
    PhysicalSite physical = site.physical();
    Connector connector = physical.connectorOf(evse);
    String station = evse.address().stationId();
    int number = evse.address().evseId();
    ObjectNode node =
        NODES
            .objectNode()
            .put("evse", evse.name())
            .put("station", station)
            .put("connector", number)
            .put("ocpp", site.station(station).version().number())
            .put("connected", site.station(station).connected())
            .put("status", connector.status().ocppName())
            .put("vehicle", connector.vehicle().isPresent())
            .put("limitMilliamps", physical.station(station).limitMilliamps(number, physical.now()))
            .put("offeredMilliamps", connector.offeredMilliamps())
            .put("drawMilliamps", connector.drawMilliamps())
            .put("drawWatts", connector.watts())
            .put("energyWattHours", connector.energyWattHours());
    connector
        .transaction()
        .ifPresent(running -> running.id().ifPresent(id -> node.put("transactionId", id)));
    ObjectNode lines = node.putObject("trueMilliamps");
    LineCurrents currents = connector.currents();
    evse.wiring()
        .lines()
        .forEach(line -> lines.put(line.name(), currents.magnitudeMilliamps(line)));
    return node;
  }

  private static ObjectNode meter(SimulatedMeter meter) {
    return NODES
        .objectNode()
        .put("meter", meter.name())
        .put("running", meter.running())
        .put("accepted", meter.accepted())
        .put("refused", meter.refused())
        .put("lost", meter.lost());
  }
}
