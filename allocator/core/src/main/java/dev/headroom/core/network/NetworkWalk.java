package dev.headroom.core.network;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows the current of every EVSE up to the service entrance, and notes where it passes. */
final class NetworkWalk {

  private final SiteTree tree;
  private final Map<Place, BoundSketch> sketches = new LinkedHashMap<>();
  private final List<Integer> sources = new ArrayList<>();

  NetworkWalk(SiteTree tree) {
    this.tree = tree;
    for (Circuit circuit : tree.rootFirst()) {
      for (Phase phase : tree.site().supply().phases()) {
        if (circuit.phases().contains(phase)) {
          sketch(Place.line(circuit.name(), phase));
        }
      }
    }
    sketch(power());
    for (int port = 0; port < tree.site().evses().size(); port++) {
      follow(port, tree.site().evses().get(port));
    }
  }

  Network network() {
    List<Bound> bounds = sketches.values().stream().map(BoundSketch::bound).toList();
    return new Network(sources.size(), sources, bounds);
  }

  private void follow(int port, Evse evse) {
    Supply supply = tree.site().supply();
    List<Map<Phase, Phasor>> currents = evse.wiring().currents(supply.system());
    sources.add(currents.size());
    for (int source = 0; source < currents.size(); source++) {
      for (Circuit circuit : tree.pathOf(evse)) {
        for (Map.Entry<Phase, Phasor> line : currents.get(source).entrySet()) {
          sketch(Place.line(circuit.name(), line.getKey())).add(port, source, line.getValue());
        }
      }
      double volts = (double) evse.wiring().volts(supply) / currents.size();
      sketch(power()).add(port, source, Phasor.ONE.times(volts));
    }
  }

  private Place power() {
    return Place.power(tree.root().name());
  }

  private BoundSketch sketch(Place place) {
    return sketches.computeIfAbsent(place, BoundSketch::new);
  }
}
