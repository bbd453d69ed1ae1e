package dev.headroom.core.site;

import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.electrical.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks a tree once up from its EVSEs, then once from its leaves, and works every phase out. */
final class ConductorWalk {

  private record Line(String circuit, Phase phase) {}

  private final SiteTree tree;
  private final Map<Line, List<Evse>> below = new HashMap<>();
  private final Map<Line, Long> reach = new HashMap<>();

  ConductorWalk(SiteTree tree) {
    this.tree = tree;
    for (Evse evse : tree.site().evses()) {
      for (Circuit circuit : evse.lockedOff() ? List.<Circuit>of() : tree.pathOf(evse)) {
        for (Phase phase : evse.wiring().lines()) {
          below.computeIfAbsent(new Line(circuit.name(), phase), _ -> new ArrayList<>()).add(evse);
        }
      }
    }
  }

  List<ConductorFigures> rootFirst() {
    List<ConductorFigures> leavesFirst = new ArrayList<>();
    for (Circuit circuit : tree.rootFirst().reversed()) {
      for (Phase phase : TreeRules.sorted(circuit.phases()).reversed()) {
        ConductorFigures figures = figures(circuit, new Line(circuit.name(), phase));
        reach.put(new Line(circuit.name(), phase), Math.min(figures.reach(), figures.continuous()));
        leavesFirst.add(figures);
      }
    }
    return leavesFirst.reversed();
  }

  private ConductorFigures figures(Circuit circuit, Line line) {
    List<Evse> evses = below.getOrDefault(line, List.of());
    long own =
        evses.stream()
            .filter(evse -> evse.circuit().equals(circuit.name()))
            .mapToLong(Evse::maximumMilliamps)
            .sum();
    long children =
        tree.childrenOf(circuit).stream()
            .mapToLong(child -> reach.getOrDefault(new Line(child.name(), line.phase()), 0L))
            .sum();
    int worst = circuit.worstBaseMilliamps(line.phase());
    boolean alwaysWorst =
        circuit.meter().isEmpty() || tree.site().control().mode() == Control.Mode.STATIC;
    BlindTime blind =
        new BlindTime(
            circuit.breakerMilliamps(),
            worst,
            circuit.rises().largestStepMilliamps(),
            circuit.rises().withinTtlMilliamps(),
            BlindTime.withoutMeter(tree.site().control().staleAfter()));
    return new ConductorFigures(
        circuit, line.phase(), alwaysWorst ? worst : 0, evses, own + children, blind);
  }
}
