package dev.headroom.core.electrical;

import java.util.List;
import java.util.Map;

/**
 * How an EVSE is connected to the lines. Its current is the same on every line it uses; on plain
 * sums it counts in full on each of them.
 */
public sealed interface Wiring {

  /** The lines it loads, in the order of the charger's own terminals L1, L2, L3. */
  List<Phase> lines();

  /**
   * Its independent currents, each as what one ampere of it makes flow in the lines at unity power
   * factor. Three phases are three of them, since a vehicle may use any.
   */
  List<Map<Phase, Phasor>> currents(SupplySystem system);

  /** The lines each of its independent currents flows in. */
  default List<List<Phase>> sourceLines() {
    return switch (this) {
      case LineToNeutral(Phase line) -> List.of(List.of(line));
      case LineToLine(Phase from, Phase to) -> List.of(List.of(from, to));
      case ThreePhase _ -> lines().stream().map(List::of).toList();
    };
  }

  /** Volts across the load of one ampere. */
  int volts(Supply supply);

  /** Watts at unity power factor for this line current in milliamperes. */
  default long watts(int milliamps, Supply supply) {
    return (long) milliamps * volts(supply) / 1000;
  }

  /** Between one line and neutral. */
  record LineToNeutral(Phase line) implements Wiring {
    @Override
    public List<Phase> lines() {
      return List.of(line);
    }

    @Override
    public List<Map<Phase, Phasor>> currents(SupplySystem system) {
      return List.of(Map.of(line, system.voltage(line).direction()));
    }

    @Override
    public int volts(Supply supply) {
      return supply.volts(line);
    }
  }

  /** Between two lines: what 208 V and 240 V Level 2 is. */
  record LineToLine(Phase from, Phase to) implements Wiring {
    public LineToLine {
      if (from == to) {
        throw new IllegalArgumentException("line to line needs two lines, not " + from + " twice");
      }
    }

    @Override
    public List<Phase> lines() {
      return List.of(from, to);
    }

    @Override
    public List<Map<Phase, Phasor>> currents(SupplySystem system) {
      Phasor current = system.voltage(from).minus(system.voltage(to)).direction();
      return List.of(Map.of(from, current, to, current.times(-1)));
    }

    @Override
    public int volts(Supply supply) {
      return supply.lineToLineVolts();
    }
  }

  /** On all three lines; {@code first} feeds the charger's own L1, the others follow in order. */
  record ThreePhase(Phase first) implements Wiring {
    @Override
    public List<Phase> lines() {
      return switch (first) {
        case L1 -> FROM_L1;
        case L2 -> FROM_L2;
        case L3 -> FROM_L3;
      };
    }

    private static final List<Phase> FROM_L1 = List.of(Phase.L1, Phase.L2, Phase.L3);
    private static final List<Phase> FROM_L2 = List.of(Phase.L2, Phase.L3, Phase.L1);
    private static final List<Phase> FROM_L3 = List.of(Phase.L3, Phase.L1, Phase.L2);

    @Override
    public List<Map<Phase, Phasor>> currents(SupplySystem system) {
      Phasor centre =
          lines().stream().map(system::voltage).reduce(Phasor.ZERO, Phasor::plus).times(1.0 / 3);
      return lines().stream()
          .map(line -> Map.of(line, system.voltage(line).minus(centre).direction()))
          .toList();
    }

    @Override
    public int volts(Supply supply) {
      return supply.threePhaseVolts();
    }
  }
}
