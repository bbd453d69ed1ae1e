package dev.headroom.core.allocation;

import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the base loads of a site's lines come together.
 *
 * @param all in every bound that is watched, but for the lines themselves
 * @param below by the place of a line, what it carries of each circuit that its own feeds
 */
record Meetings(List<Meeting> all, Map<Integer, List<Meeting>> below) {

  static Meetings of(SiteTree tree, Network network, List<Conductor> conductors) {
    Map<String, List<Conductor>> lines = new HashMap<>();
    for (Conductor line : conductors) {
      lines.computeIfAbsent(line.circuit().name(), _ -> new ArrayList<>()).add(line);
    }
    List<Meeting> all = new ArrayList<>();
    for (int place = 0; place < network.bounds().size(); place++) {
      Place where = network.bounds().get(place).place();
      if (where.kind() != Place.Kind.LINE) {
        all.add(at(tree, place, where, lines.getOrDefault(where.circuit(), List.of())));
      }
    }
    Map<Integer, List<Meeting>> below = new HashMap<>();
    for (Conductor line : conductors) {
      List<Meeting> fed = new ArrayList<>();
      for (Circuit child : tree.childrenOf(line.circuit())) {
        Meeting.below(line, child, lines.getOrDefault(child.name(), List.of())).ifPresent(fed::add);
      }
      below.put(line.place(), fed);
    }
    return new Meetings(all, below);
  }

  private static Meeting at(SiteTree tree, int place, Place where, List<Conductor> lines) {
    Circuit circuit = tree.circuit(where.circuit());
    return switch (where.kind()) {
      case LINE, SECONDARY -> Meeting.at(place, on(where, lines), _ -> 1);
      case PRIMARY ->
          Meeting.through(
              circuit.transformer().orElseThrow(), place, where.phase().orElseThrow(), lines);
      case NEUTRAL -> Meeting.at(place, lines, _ -> 1);
      case POWER -> Meeting.at(place, lines, tree.supplyOf(circuit)::volts);
    };
  }

  private static List<Conductor> on(Place where, List<Conductor> lines) {
    return lines.stream().filter(line -> where.phase().equals(Optional.of(line.phase()))).toList();
  }

  /** What a conductor carries of the circuits that its own feeds. */
  List<Meeting> below(Conductor conductor) {
    return below.getOrDefault(conductor.place(), List.of());
  }
}
