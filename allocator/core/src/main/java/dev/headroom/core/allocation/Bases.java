package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Circuit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** The base load in every bound, from that in the conductors. */
final class Bases {

  private final Grid grid;
  private final Map<Integer, BaseLoad> conductors;

  private Bases(Grid grid, Map<Integer, BaseLoad> conductors) {
    this.grid = grid;
    this.conductors = conductors;
  }

  /**
   * Of each bound that is watched.
   *
   * @param conductors the base load in each conductor, by its place
   */
  static List<BaseLoad> everywhere(Grid grid, Map<Integer, BaseLoad> conductors) {
    Bases bases = new Bases(grid, conductors);
    List<BaseLoad> all = new ArrayList<>();
    for (int place = 0; place < grid.watched(); place++) {
      all.add(bases.of(place));
    }
    return all;
  }

  private BaseLoad of(int place) {
    Place where = grid.bound(place).place();
    Circuit circuit = grid.tree().circuit(where.circuit());
    return switch (where.kind()) {
      case LINE -> Objects.requireNonNull(conductors.get(place));
      case SECONDARY -> in(circuit, where.phase().orElseThrow());
      case PRIMARY -> primary(circuit, where.phase().orElseThrow());
      case NEUTRAL -> sum(circuit, _ -> 1);
      case POWER -> sum(circuit, grid.tree().supplyOf(circuit)::volts);
    };
  }

  private BaseLoad in(Circuit circuit, Phase phase) {
    Conductor line = grid.conductor(circuit, phase).orElseThrow();
    return Objects.requireNonNull(conductors.get(line.place()));
  }

  /** Wherever the secondary's currents point, these magnitudes are not exceeded. */
  private BaseLoad primary(Circuit circuit, Phase line) {
    Transformer transformer = circuit.transformer().orElseThrow();
    return sum(
        circuit,
        from -> {
          Phasor there =
              transformer.primary(Map.of(from, Phasor.ONE)).getOrDefault(line, Phasor.ZERO);
          return there.magnitude();
        });
  }

  /**
   * What a circuit's lines bring together, each times its factor: plainly, for nobody knows where
   * they point. ΣP ≤ Σ volts × amperes.
   */
  private BaseLoad sum(Circuit circuit, ToDoubleFunction<Phase> factor) {
    double likely = 0;
    boolean worst = false;
    List<Sure> sures = new ArrayList<>();
    for (Phase phase : circuit.phases()) {
      BaseLoad base = in(circuit, phase);
      likely += factor.applyAsDouble(phase) * base.likely();
      worst |= base.worstCase();
      sures.add(base.sure().times(factor.applyAsDouble(phase)));
    }
    return new BaseLoad(likely, together(sures), OptionalInt.empty(), worst);
  }

  /** What EVSEs drew may be taken off only where every line was judged by the same reading. */
  private Sure together(List<Sure> sures) {
    double beyond = sures.stream().mapToDouble(Sure::beyond).sum();
    Flows drawn = sures.getFirst().drawn();
    boolean alike = sures.stream().allMatch(sure -> sure.drawn().equals(drawn));
    return alike ? new Sure(beyond, drawn) : Sure.worst(grid.network(), beyond);
  }
}
