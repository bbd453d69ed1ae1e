package dev.headroom.core.site;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts EVSEs in at their minimums, those that take least first, until nothing more has room. */
final class AtOnce {

  private final Supply supply;
  private final Map<String, Map<Phase, Long>> room = new HashMap<>();
  private long milliwatts;

  private AtOnce(SiteTree tree, List<ConductorFigures> conductors) {
    supply = tree.site().supply();
    milliwatts = tree.site().control().demandCap().map(it -> it.watts() * 1000L).orElse(-1L);
    for (ConductorFigures conductor : conductors) {
      room.computeIfAbsent(conductor.circuit().name(), _ -> new EnumMap<>(Phase.class))
          .put(conductor.phase(), conductor.room());
      if (conductor.circuit().equals(tree.root())) {
        milliwatts -= (long) supply.volts(conductor.phase()) * conductor.worstBase();
      }
    }
  }

  static int count(SiteTree tree, List<ConductorFigures> conductors) {
    AtOnce counter = new AtOnce(tree, conductors);
    boolean capped = tree.site().control().demandCap().isPresent();
    return (int)
        tree.site().evses().stream()
            .filter(evse -> !evse.lockedOff())
            .sorted(Comparator.comparingLong(AtOnce::lineAmps))
            .filter(evse -> counter.admit(evse, tree.pathOf(evse), capped))
            .count();
  }

  private static long lineAmps(Evse evse) {
    return (long) evse.minimumMilliamps() * evse.wiring().lines().size();
  }

  private boolean admit(Evse evse, List<Circuit> path, boolean capped) {
    long its = evse.minimumMilliamps();
    long power = its * evse.wiring().lines().stream().mapToInt(supply::volts).sum();
    boolean fits =
        path.stream()
            .allMatch(
                circuit ->
                    evse.wiring().lines().stream()
                        .allMatch(line -> roomOn(circuit).getOrDefault(line, 0L) >= its));
    if (!fits || (capped && power > milliwatts)) {
      return false;
    }
    path.forEach(
        circuit ->
            evse.wiring().lines().forEach(line -> roomOn(circuit).merge(line, -its, Long::sum)));
    milliwatts -= power;
    return true;
  }

  private Map<Phase, Long> roomOn(Circuit circuit) {
    return room.getOrDefault(circuit.name(), Map.of());
  }
}
