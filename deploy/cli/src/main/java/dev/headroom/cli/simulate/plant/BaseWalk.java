package dev.headroom.cli.simulate.plant;

import dev.headroom.actors.load.LoadTrace;
import dev.headroom.actors.site.BaseLoads;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Follows each circuit's uncontrolled load up to the service entrance. */
final class BaseWalk {

  private final SiteTree tree;
  private final Map<Place, Double> flows = new HashMap<>();

  private BaseWalk(SiteTree tree) {
    this.tree = tree;
  }

  /** The worst that each circuit declares, at all times. */
  static BaseProfile worst(SiteTree tree, List<Place> places) {
    double[][] values = new double[places.size()][1];
    BaseWalk walk = new BaseWalk(tree);
    tree.rootFirst().forEach(circuit -> walk.add(circuit, walk.own(circuit)));
    walk.put(places, values, 0);
    return new BaseProfile(values, Duration.ofDays(1), 0);
  }

  /** A recorded load whose highest phase just reaches what each circuit declares. */
  static BaseProfile traced(SiteTree tree, List<Place> places, LoadTrace trace, Instant start) {
    BaseLoads loads = BaseLoads.traced(trace, start, 1, OptionalInt.empty());
    double[][] values = new double[places.size()][trace.length()];
    for (int step = 0; step < trace.length(); step++) {
      Instant now = start.plus(trace.interval().multipliedBy(step));
      BaseWalk walk = new BaseWalk(tree);
      for (Circuit circuit : tree.rootFirst()) {
        walk.add(circuit, loads.on(circuit, walk.own(circuit)).milliampsAt(now));
      }
      walk.put(places, values, step);
    }
    return new BaseProfile(values, trace.interval(), start.toEpochMilli());
  }

  private void put(List<Place> places, double[][] values, int step) {
    for (int place = 0; place < values.length; place++) {
      values[place][step] = flows.getOrDefault(places.get(place), 0.0);
    }
  }

  /** A load that hangs on this circuit passes it and all above. */
  private void add(Circuit circuit, PerPhase milliamps) {
    for (Phase line : milliamps.phases()) {
      double volts = tree.supplyOf(circuit).volts(line);
      flow(Place.power(tree.root().name()), volts * milliamps.on(line));
    }
    pass(circuit, milliamps.values());
  }

  private void pass(Circuit circuit, Map<Phase, Integer> milliamps) {
    String name = circuit.name();
    milliamps.forEach(
        (line, value) -> {
          flow(Place.line(name, line), value);
          flow(Place.secondary(name, line), value);
          flow(Place.neutral(name), value);
        });
    if (circuit.transformer().isPresent()) {
      passedOn(circuit, milliamps).forEach((line, value) -> flow(Place.primary(name, line), value));
    }
    circuit.parent().ifPresent(parent -> pass(tree.circuit(parent), passedOn(circuit, milliamps)));
  }

  /** What its parent carries of it; through a transformer magnitudes add plainly. */
  private static Map<Phase, Integer> passedOn(Circuit circuit, Map<Phase, Integer> milliamps) {
    if (circuit.transformer().isEmpty()) {
      return milliamps;
    }
    Map<Phase, Integer> primary = new EnumMap<>(Phase.class);
    circuit
        .transformer()
        .get()
        .primaryAtMost(milliamps)
        .forEach((line, value) -> primary.put(line, Math.toIntExact(value)));
    return primary;
  }

  private void flow(Place place, double value) {
    flows.merge(place, value, Double::sum);
  }

  /** What a circuit declares less what the circuits below it do. */
  private PerPhase own(Circuit circuit) {
    Map<Phase, Integer> own = new EnumMap<>(Phase.class);
    for (Phase line : circuit.phases()) {
      int below =
          tree.childrenOf(circuit).stream()
              .mapToInt(child -> passedOn(child, declared(child)).getOrDefault(line, 0))
              .sum();
      own.put(line, Math.max(0, circuit.worstBaseMilliamps(line) - below));
    }
    return new PerPhase(own);
  }

  private static Map<Phase, Integer> declared(Circuit circuit) {
    return circuit.worstCaseBaseMilliamps().map(PerPhase::values).orElse(Map.of());
  }
}
