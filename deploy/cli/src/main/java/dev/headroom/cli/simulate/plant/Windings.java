package dev.headroom.cli.simulate.plant;

import dev.headroom.actors.electrical.Angles;
import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.electrical.Phasor;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An ideal transformer by its turns alone: windings make the secondary's voltages a real matrix
 * times the primary's, and since no power is lost, the primary's currents are the transposed matrix
 * times the secondary's. Apart from how the network reckons it.
 *
 * @param turns by secondary line, then by primary line
 * @param degrees by how much the secondary's voltages lead their own reckoning
 */
record Windings(double[][] turns, double degrees) {

  private static final List<Phase> LINES = List.of(Phase.values());

  static Windings of(Transformer transformer, Supply primary, Supply secondary) {
    double[][] turns = turns(transformer);
    Phasor voltage = Phasor.ZERO;
    for (Phase line : primary.phases()) {
      Phasor each = Angles.ofLine(primary, line).times(primary.volts(line));
      voltage = voltage.plus(each.times(turns[0][line.ordinal()]));
    }
    return new Windings(turns, degrees(voltage) - degrees(Angles.ofLine(secondary, Phase.L1)));
  }

  private static double degrees(Phasor phasor) {
    return Math.toDegrees(Math.atan2(phasor.imaginary(), phasor.real()));
  }

  private static double[][] turns(Transformer transformer) {
    double k = transformer.ratio();
    return switch (transformer.group()) {
      case DYN1 -> new double[][] {{k, 0, -k}, {-k, k, 0}, {0, -k, k}};
      case DYN11 -> new double[][] {{k, -k, 0}, {0, k, -k}, {-k, 0, k}};
      case YYN0 -> new double[][] {{k, 0, 0}, {0, k, 0}, {0, 0, k}};
      // To the tap between L1 and L3, or where there is none to anywhere: the currents sum to 0.
      case DD0 -> new double[][] {{k / 2, 0, -k / 2}, {-k / 2, k, -k / 2}, {-k / 2, 0, k / 2}};
      case II0 -> {
        double[] half = new double[LINES.size()];
        half[transformer.primaryLines().get(0).ordinal()] = k / 2;
        half[transformer.primaryLines().get(1).ordinal()] = -k / 2;
        yield new double[][] {half, {-half[0], -half[1], -half[2]}, new double[LINES.size()]};
      }
    };
  }

  /** What flows in the primary's lines when this flows in the secondary's. */
  LineCurrents primary(LineCurrents secondary) {
    Map<Phase, Phasor> lines = new EnumMap<>(Phase.class);
    for (Phase inner : LINES) {
      Phasor current = secondary.on(inner).turned(degrees);
      for (Phase outer : LINES) {
        lines.merge(outer, current.times(turns[inner.ordinal()][outer.ordinal()]), Phasor::plus);
      }
    }
    return new LineCurrents(lines);
  }
}
