package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every phase of every circuit of a site, with the EVSEs that load it. */
final class Conductors {

  private Conductors() {}

  /** Root first, so that a circuit's conductors come before those it feeds. */
  static List<Conductor> of(SiteTree tree) {
    List<Conductor> conductors = new ArrayList<>();
    for (Circuit circuit : tree.rootFirst()) {
      for (Phase phase : tree.site().supply().phases()) {
        if (circuit.phases().contains(phase)) {
          conductors.add(new Conductor(circuit, phase, members(tree, circuit, phase)));
        }
      }
    }
    return List.copyOf(conductors);
  }

  private static int[] members(SiteTree tree, Circuit circuit, Phase phase) {
    List<Evse> evses = tree.site().evses();
    return IntStream.range(0, evses.size())
        .filter(i -> evses.get(i).wiring().lines().contains(phase))
        .filter(i -> tree.pathOf(evses.get(i)).contains(circuit))
        .toArray();
  }
}
