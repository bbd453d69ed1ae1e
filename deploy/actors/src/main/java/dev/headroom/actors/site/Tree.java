package dev.headroom.actors.site;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who hangs on whom in a site that keeps the rules. */
final class Tree {

  private final Site site;
  private final Map<String, Circuit> byName = new LinkedHashMap<>();
  private final Map<String, List<Circuit>> children = new HashMap<>();
  private final Map<String, List<Evse>> evses = new HashMap<>();

  Tree(Site site) {
    this.site = site;
    for (Circuit circuit : site.circuits()) {
      byName.put(circuit.name(), circuit);
      children.put(circuit.name(), childrenOf(circuit));
      evses.put(circuit.name(), on(circuit));
    }
  }

  private List<Circuit> childrenOf(Circuit of) {
    return site.circuits().stream()
        .filter(circuit -> circuit.parent().equals(Optional.of(of.name())))
        .toList();
  }

  private List<Evse> on(Circuit circuit) {
    return site.evses().stream().filter(evse -> evse.circuit().equals(circuit.name())).toList();
  }

  /**
   * A circuit of the site.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  Circuit circuit(String name) {
    Circuit circuit = byName.get(name);
    if (circuit == null) {
      throw new IllegalArgumentException("site " + site.name() + " has no circuit " + name);
    }
    return circuit;
  }

  List<Circuit> children(Circuit of) {
    return children.getOrDefault(of.name(), List.of());
  }

  List<Evse> evsesOn(Circuit circuit) {
    return evses.getOrDefault(circuit.name(), List.of());
  }

  /** The declared worst case less what the panels below declare; milliamperes, never negative. */
  PerPhase ownWorstCase(Circuit circuit) {
    Map<Phase, Integer> own = new EnumMap<>(Phase.class);
    for (Phase phase : circuit.phases()) {
      int below = children(circuit).stream().mapToInt(child -> passedOn(child, phase)).sum();
      own.put(phase, Math.max(0, declared(circuit, phase) - below));
    }
    return new PerPhase(own);
  }

  private static int passedOn(Circuit child, Phase line) {
    return child
        .transformer()
        .map(
            its ->
                its.primaryAtMost(
                        child.worstCaseBaseMilliamps().map(PerPhase::values).orElse(Map.of()))
                    .getOrDefault(line, 0L)
                    .intValue())
        .orElse(declared(child, line));
  }

  private static int declared(Circuit circuit, Phase phase) {
    return circuit
        .worstCaseBaseMilliamps()
        .filter(worst -> worst.phases().contains(phase))
        .map(worst -> worst.on(phase))
        .orElse(0);
  }
}
