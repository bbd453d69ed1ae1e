package dev.headroom.actors.electrical;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.Wiring;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The currents on a circuit's lines, as phasors in milliamperes. An absent line carries none. */
public record LineCurrents(Map<Phase, Phasor> milliamps) {

  public static final LineCurrents NONE = new LineCurrents(Map.of());

  public LineCurrents {
    milliamps = Map.copyOf(milliamps);
  }

  /** A load between each line and neutral, at unity power factor. */
  public static LineCurrents toNeutral(Supply supply, PerPhase milliamps) {
    Map<Phase, Phasor> lines = new EnumMap<>(Phase.class);
    milliamps
        .values()
        .forEach((line, value) -> lines.put(line, Angles.ofLine(supply, line).times(value)));
    return new LineCurrents(lines);
  }

  /**
   * A load behind this wiring, at unity power factor.
   *
   * @param conductors how many of the wired lines a line-to-neutral load uses: a one-phase vehicle
   *     loads the first line alone of a three-phase EVSE
   */
  public static LineCurrents behind(Supply supply, Wiring wiring, int conductors, int milliamps) {
    return switch (wiring) {
      case Wiring.LineToNeutral single -> onLines(supply, single.lines(), milliamps);
      case Wiring.ThreePhase all ->
          conductors < all.lines().size()
              ? onLines(supply, all.lines().subList(0, conductors), milliamps)
              : balanced(supply, milliamps);
      case Wiring.LineToLine(Phase from, Phase to) -> leg(supply, from, to, milliamps);
    };
  }

  private static LineCurrents balanced(Supply supply, int milliamps) {
    Map<Phase, Phasor> lines = new EnumMap<>(Phase.class);
    for (Phase line : supply.phases()) {
      lines.put(line, Angles.ofBalancedLine(supply, line).times(milliamps));
    }
    return new LineCurrents(lines);
  }

  /**
   * A building's load of at most so much on each line. Where there is no neutral, what is left of a
   * balanced load flows between the two lines that have more, as far as both have it.
   */
  public static LineCurrents ofBuilding(Supply supply, PerPhase milliamps) {
    if (supply.system().hasNeutral()) {
      return toNeutral(supply, milliamps);
    }
    int balanced =
        supply.phases().stream()
            .mapToInt(line -> milliamps.phases().contains(line) ? milliamps.on(line) : 0)
            .min()
            .orElse(0);
    List<Phase> above =
        supply.phases().stream()
            .filter(line -> milliamps.phases().contains(line) && milliamps.on(line) > balanced)
            .toList();
    LineCurrents all = balanced(supply, balanced);
    if (above.size() != 2) {
      return all;
    }
    int shared = Math.min(milliamps.on(above.getFirst()), milliamps.on(above.getLast()));
    return all.plus(leg(supply, above.getFirst(), above.getLast(), shared - balanced));
  }

  private static LineCurrents leg(Supply supply, Phase from, Phase to, int milliamps) {
    Phasor current = Angles.between(supply, from, to).times(milliamps);
    return new LineCurrents(Map.of(from, current, to, current.times(-1)));
  }

  private static LineCurrents onLines(Supply supply, List<Phase> lines, int milliamps) {
    return lines.isEmpty() ? NONE : toNeutral(supply, PerPhase.same(lines, milliamps));
  }

  public LineCurrents plus(LineCurrents other) {
    Map<Phase, Phasor> sum = new EnumMap<>(Phase.class);
    sum.putAll(milliamps);
    other.milliamps.forEach((line, current) -> sum.merge(line, current, Phasor::plus));
    return new LineCurrents(sum);
  }

  /** The same currents behind their voltages, as a power factor below 1 has it. */
  public LineCurrents lagging(int powerFactorPermille) {
    double degrees = -Math.toDegrees(Math.acos(powerFactorPermille / 1000.0));
    Map<Phase, Phasor> turned = new EnumMap<>(Phase.class);
    milliamps.forEach((line, current) -> turned.put(line, current.turned(degrees)));
    return new LineCurrents(turned);
  }

  /** What comes back on the neutral, in milliamperes; 0 where nothing is connected to it. */
  public int neutralMilliamps() {
    Phasor sum = milliamps.values().stream().reduce(Phasor.ZERO, Phasor::plus);
    return (int) Math.round(sum.magnitude());
  }

  public Phasor on(Phase line) {
    return milliamps.getOrDefault(line, Phasor.ZERO);
  }

  /** What a clamp around this line shows: the magnitude alone. */
  public int magnitudeMilliamps(Phase line) {
    return (int) Math.round(on(line).magnitude());
  }

  /** Active power that this line delivers against its own voltage to neutral. */
  public int watts(Supply supply, Phase line) {
    double inPhaseMilliamps = on(line).along(Angles.ofLine(supply, line));
    return (int) Math.round(inPhaseMilliamps * supply.volts(line) / 1000);
  }

  /** What flows in a transformer's primary lines while its secondary carries these. */
  public LineCurrents through(Transformer transformer) {
    Map<Phase, dev.headroom.core.electrical.Phasor> secondary = new EnumMap<>(Phase.class);
    milliamps.forEach(
        (line, current) ->
            secondary.put(
                line,
                new dev.headroom.core.electrical.Phasor(current.real(), current.imaginary())));
    Map<Phase, Phasor> primary = new EnumMap<>(Phase.class);
    transformer
        .primary(secondary)
        .forEach((line, current) -> primary.put(line, new Phasor(current.re(), current.im())));
    return new LineCurrents(primary);
  }
}
