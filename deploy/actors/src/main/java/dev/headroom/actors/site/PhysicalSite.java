package dev.headroom.actors.site;

import dev.headroom.actors.breaker.BreakerHeat;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.load.UncontrolledLoad;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.Supplies;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A site as it really is: what flows through each circuit is its uncontrolled load plus every
 * charger below, as phasors. Closed loop: what a vehicle draws shows at once in every clamp above
 * it. One thread at a time.
 */
public final class PhysicalSite {

  private final Site site;
  private final Supplies supplies;
  private final Tree tree;
  private final Map<String, UncontrolledLoad> loads = new LinkedHashMap<>();
  private final Map<String, ChargingStation> stations = new LinkedHashMap<>();
  private final Map<String, Map<Phase, BreakerHeat>> heat = new LinkedHashMap<>();
  private final Map<String, List<Connector>> connectors = new HashMap<>();

  /** As they are now; empty once time or load moves. */
  private final Map<String, LineCurrents> bases = new HashMap<>();

  private Instant now;

  /** A site whose stations all speak OCPP 1.6. */
  public PhysicalSite(Site site, BaseLoads base, Instant start) {
    this(site, base, station -> ProfileRules.OCPP_1_6, start);
  }

  /**
   * A site in motion.
   *
   * @param rules which profiles each station takes, by its id
   */
  public PhysicalSite(
      Site site, BaseLoads base, Function<String, ProfileRules> rules, Instant start) {
    this.site = site;
    this.supplies = Supplies.of(site);
    this.tree = new Tree(site);
    this.now = start;
    for (Circuit circuit : site.circuits()) {
      loads.put(circuit.name(), new UncontrolledLoad(base.on(circuit, tree.ownWorstCase(circuit))));
      Map<Phase, BreakerHeat> cold = new EnumMap<>(Phase.class);
      circuit.phases().forEach(phase -> cold.put(phase, BreakerHeat.COLD));
      heat.put(circuit.name(), cold);
    }
    Map<String, List<Evse>> byStation =
        site.evses().stream()
            .collect(
                Collectors.groupingBy(
                    evse -> evse.address().stationId(), LinkedHashMap::new, Collectors.toList()));
    byStation.forEach(
        (id, evses) ->
            stations.put(
                id,
                new ChargingStation(
                    id, supplies.of(evses.getFirst().circuit()), evses, rules.apply(id), start)));
    for (Circuit circuit : site.circuits()) {
      connectors.put(
          circuit.name(), tree.evsesOn(circuit).stream().map(this::connectorOf).toList());
    }
  }

  /** Moves time on: breakers warm under what flowed so far, then the stations catch up. */
  public void advance(Instant to) {
    Duration passed = Duration.between(now, to);
    for (Circuit circuit : site.circuits()) {
      LineCurrents carried = currentsOf(circuit.name());
      Map<Phase, BreakerHeat> poles = heat.getOrDefault(circuit.name(), Map.of());
      for (Map.Entry<Phase, BreakerHeat> pole : poles.entrySet()) {
        int milliamps = carried.magnitudeMilliamps(pole.getKey());
        pole.setValue(pole.getValue().after(milliamps, circuit.breakerMilliamps(), passed));
      }
    }
    stations.values().forEach(station -> station.advance(to));
    now = to;
    bases.clear();
  }

  /** What flows through a circuit's breaker now. */
  public LineCurrents currentsOf(String circuit) {
    return flowingIn(tree.circuit(circuit), here -> baseOn(here).plus(chargingOn(here)));
  }

  /** The uncontrolled part of it alone. */
  public LineCurrents baseOf(String circuit) {
    return flowingIn(tree.circuit(circuit), this::baseOn);
  }

  /** What would flow through a circuit if every EVSE below it drew what it is said to. */
  public LineCurrents below(String circuit, Function<Evse, LineCurrents> drawing) {
    return flowingIn(
        tree.circuit(circuit),
        here ->
            tree.evsesOn(here).stream().map(drawing).reduce(LineCurrents.NONE, LineCurrents::plus));
  }

  /** What is on a circuit itself, and what its children take from it. */
  private LineCurrents flowingIn(Circuit circuit, Function<Circuit, LineCurrents> own) {
    LineCurrents sum = own.apply(circuit);
    for (Circuit child : tree.children(circuit)) {
      LineCurrents below = flowingIn(child, own);
      sum = sum.plus(child.transformer().map(below::through).orElse(below));
    }
    return sum;
  }

  /** The supply of a circuit's lines. */
  public Supply supplyOf(Circuit circuit) {
    return supplies.of(circuit.name());
  }

  private LineCurrents baseOn(Circuit circuit) {
    return bases.computeIfAbsent(
        circuit.name(),
        name -> LineCurrents.ofBuilding(supplyOf(circuit), load(name).milliampsAt(now)));
  }

  private LineCurrents chargingOn(Circuit circuit) {
    LineCurrents sum = LineCurrents.NONE;
    for (Connector connector : connectors.getOrDefault(circuit.name(), List.of())) {
      if (connector.drawMilliamps() > 0) {
        sum = sum.plus(connector.currents());
      }
    }
    return sum;
  }

  /**
   * Uncontrolled load is switched on or off, in milliamperes per phase.
   *
   * @throws IllegalArgumentException if the circuit lacks such a phase, or a way back for it
   */
  public void step(String circuit, PerPhase milliamps) {
    if (!tree.circuit(circuit).phases().containsAll(milliamps.phases())) {
      throw new IllegalArgumentException(
          "circuit %s has %s only, not %s"
              .formatted(circuit, tree.circuit(circuit).phases(), milliamps.phases()));
    }
    if (!supplyOf(tree.circuit(circuit)).system().hasNeutral() && milliamps.phases().size() < 2) {
      throw new IllegalArgumentException("without a neutral a load has two lines or three");
    }
    milliamps.values().forEach((phase, delta) -> load(circuit).step(phase, delta));
    bases.clear();
  }

  private UncontrolledLoad load(String circuit) {
    return known(loads.get(tree.circuit(circuit).name()), "circuit", circuit);
  }

  /** How hot the breaker's pole is. */
  public BreakerHeat heat(String circuit, Phase phase) {
    Map<Phase, BreakerHeat> poles = known(heat.get(circuit), "circuit", circuit);
    return known(poles.get(phase), "phase", phase.name());
  }

  public ChargingStation station(String id) {
    return known(stations.get(id), "station", id);
  }

  public Collection<ChargingStation> stations() {
    return Collections.unmodifiableCollection(stations.values());
  }

  /**
   * An EVSE of the site.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Evse evse(String name) {
    return site.evses().stream()
        .filter(evse -> evse.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("evse", name));
  }

  public Connector connectorOf(Evse evse) {
    return station(evse.address().stationId()).connector(evse.address().evseId());
  }

  /** The circuit without a parent. */
  public Circuit serviceEntrance() {
    return site.circuits().stream()
        .filter(circuit -> circuit.parent().isEmpty())
        .findFirst()
        .orElseThrow(() -> unknown("circuit", "service entrance"));
  }

  private <T> T known(@Nullable T value, String what, String name) {
    if (value == null) {
      throw unknown(what, name);
    }
    return value;
  }

  private IllegalArgumentException unknown(String what, String name) {
    return new IllegalArgumentException("site " + site.name() + " has no " + what + " " + name);
  }

  public Site site() {
    return site;
  }

  public Instant now() {
    return now;
  }
}
