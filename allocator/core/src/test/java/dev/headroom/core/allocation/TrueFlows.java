package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What really flows at a site at one moment, by magnitude and direction, transformers included.
 *
 * @param bases by circuit, what hangs on it itself; milliamperes
 * @param baseLagsDegrees behind its voltage
 */
record TrueFlows(
    SiteTree tree, Map<String, Map<Phase, Integer>> bases, int baseLagsDegrees, Drawn drawn) {

  /** What each source of an EVSE carries, milliamperes. */
  interface Drawn {
    int by(Evse evse, int source);
  }

  int milliamps(Circuit circuit, Phase phase) {
    return milliamps(lines(circuit).getOrDefault(phase, Phasor.ZERO));
  }

  /** Every side of a transformer that carries more than its nameplate. */
  List<String> overloadedTransformers() {
    List<String> overloads = new ArrayList<>();
    for (Circuit circuit : tree.rootFirst()) {
      circuit
          .transformer()
          .ifPresent(
              transformer -> {
                add(overloads, "secondary", lines(circuit), transformer.secondaryMilliamps());
                add(overloads, "primary", passedOn(circuit), transformer.primaryMilliamps());
              });
    }
    return overloads;
  }

  private static void add(List<String> overloads, String side, Map<Phase, Phasor> lines, int most) {
    lines.forEach(
        (line, current) -> {
          if (milliamps(current) > most) {
            overloads.add("%s %s carries %d mA".formatted(side, line, milliamps(current)));
          }
        });
  }

  private Map<Phase, Phasor> lines(Circuit circuit) {
    Map<Phase, Phasor> lines = new EnumMap<>(Phase.class);
    SupplySystem system = tree.supplyOf(circuit).system();
    bases
        .getOrDefault(circuit.name(), Map.of())
        .forEach((line, milliamps) -> lines.put(line, lagging(system, line, milliamps)));
    for (Evse evse : tree.site().evses()) {
      if (evse.circuit().equals(circuit.name())) {
        List<Map<Phase, Phasor>> sources = evse.wiring().currents(system);
        for (int source = 0; source < sources.size(); source++) {
          int milliamps = drawn.by(evse, source);
          sources
              .get(source)
              .forEach((line, one) -> lines.merge(line, one.times(milliamps), Phasor::plus));
        }
      }
    }
    for (Circuit child : tree.childrenOf(circuit)) {
      passedOn(child).forEach((line, current) -> lines.merge(line, current, Phasor::plus));
    }
    return lines;
  }

  private Phasor lagging(SupplySystem system, Phase line, int milliamps) {
    return Phasor.polar(milliamps, system.degrees(line) - baseLagsDegrees);
  }

  private Map<Phase, Phasor> passedOn(Circuit circuit) {
    Map<Phase, Phasor> own = lines(circuit);
    return circuit.transformer().map(transformer -> transformer.primary(own)).orElse(own);
  }

  private static int milliamps(Phasor current) {
    return (int) Math.round(current.magnitude());
  }
}
