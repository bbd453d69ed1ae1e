package dev.headroom.core.network;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Sharing.Sums;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows the current of every EVSE up to the service entrance, and notes where it passes. */
final class NetworkWalk {

  private final SiteTree tree;
  private final boolean plain;
  private final Map<Place, BoundSketch> sketches = new LinkedHashMap<>();
  private final List<Integer> sources = new ArrayList<>();

  NetworkWalk(SiteTree tree, Sums sums) {
    this.tree = tree;
    this.plain = sums == Sums.PLAIN;
    tree.rootFirst().forEach(this::addPlaces);
    addPlace(power());
    for (int port = 0; port < tree.site().evses().size(); port++) {
      follow(port, tree.site().evses().get(port));
    }
  }

  Network network() {
    List<Bound> bounds = sketches.values().stream().map(BoundSketch::bound).toList();
    return new Network(sources.size(), sources, bounds);
  }

  private void addPlaces(Circuit circuit) {
    List<Phase> lines =
        tree.supplyOf(circuit).phases().stream().filter(circuit.phases()::contains).toList();
    String name = circuit.name();
    circuit
        .transformer()
        .ifPresent(
            transformer -> {
              transformer.primaryLines().forEach(line -> addPlace(Place.primary(name, line)));
              lines.forEach(line -> addPlace(Place.secondary(name, line)));
            });
    lines.forEach(line -> addPlace(Place.line(name, line)));
    if (circuit.neutralMilliamps().isPresent()) {
      addPlace(Place.neutral(name));
    }
  }

  private void addPlace(Place place) {
    sketches.put(place, new BoundSketch(place));
  }

  private void follow(int port, Evse evse) {
    Supply supply = tree.supplyOf(evse);
    List<Map<Phase, Phasor>> currents = evse.wiring().currents(supply.system());
    sources.add(currents.size());
    for (int source = 0; source < currents.size(); source++) {
      Map<Phase, Phasor> lines = currents.get(source);
      for (Circuit circuit : tree.pathOf(evse)) {
        lines = through(circuit, lines, port, source);
      }
      double volts = voltsOf(evse, source, supply);
      add(power(), port, source, Phasor.ONE.times(volts));
    }
  }

  /** Notes what flows in this circuit; what then flows in its parent. */
  private Map<Phase, Phasor> through(
      Circuit circuit, Map<Phase, Phasor> lines, int port, int source) {
    String name = circuit.name();
    lines.forEach((line, current) -> add(Place.line(name, line), port, source, current));
    if (circuit.neutralMilliamps().isPresent()) {
      Phasor returning = lines.values().stream().reduce(Phasor.ZERO, Phasor::plus);
      add(Place.neutral(name), port, source, returning);
    }
    if (circuit.transformer().isEmpty()) {
      return lines;
    }
    Transformer transformer = circuit.transformer().get();
    lines.forEach((line, current) -> add(Place.secondary(name, line), port, source, current));
    Map<Phase, Phasor> primary = transformer.primary(lines);
    primary.forEach((line, current) -> add(Place.primary(name, line), port, source, current));
    return primary;
  }

  private void add(Place place, int port, int source, Phasor current) {
    BoundSketch sketch = sketches.get(place);
    if (sketch == null) {
      if (current.isNegligible()) {
        return;
      }
      throw new IllegalArgumentException(
          "%s of '%s' is loaded and not there".formatted(place.phase(), place.circuit()));
    }
    sketch.add(port, source, plain ? Phasor.ONE.times(current.magnitude()) : current);
  }

  /** A vehicle may use any lines of a three-phase EVSE, each at its own volts. */
  private static double voltsOf(Evse evse, int source, Supply supply) {
    return switch (evse.wiring()) {
      case Wiring.LineToNeutral _, Wiring.LineToLine _ -> evse.wiring().volts(supply);
      case Wiring.ThreePhase three -> supply.volts(three.lines().get(source));
    };
  }

  private Place power() {
    return Place.power(tree.root().name());
  }
}
