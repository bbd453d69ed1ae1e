package dev.headroom.actors.electrical;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.Wiring;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The currents on a circuit's lines, as phasors in milliamperes. A line that is not among them
 * carries none.
 */
public final class LineCurrents {

  private static final Phase[] LINES = Phase.values();

  public static final LineCurrents NONE = new LineCurrents(new double[2 * LINES.length]);

  /** The real and the imaginary part of each line in turn: there are many of these in a second. */
  private final double[] parts;

  private LineCurrents(double[] parts) {
    this.parts = parts;
  }

  public LineCurrents(Map<Phase, Phasor> milliamps) {
    this(new double[2 * LINES.length]);
    milliamps.forEach(this::set);
  }

  private void set(Phase line, Phasor current) {
    parts[2 * line.ordinal()] = current.real();
    parts[2 * line.ordinal() + 1] = current.imaginary();
  }

  /** A load between each line and neutral, at unity power factor. */
  public static LineCurrents toNeutral(Supply supply, PerPhase milliamps) {
    LineCurrents lines = new LineCurrents(new double[2 * LINES.length]);
    for (Phase line : milliamps.phases()) {
      lines.set(line, Angles.ofLine(supply, line).times(milliamps.on(line)));
    }
    return lines;
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
    double[] sum = parts.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.parts[i];
    }
    return new LineCurrents(sum);
  }

  /** All of them so many times. */
  public LineCurrents times(double factor) {
    return new LineCurrents(Arrays.stream(parts).map(part -> part * factor).toArray());
  }

  /** The same currents behind their voltages, as a power factor below 1 has it. */
  public LineCurrents lagging(int powerFactorPermille) {
    double degrees = -Math.toDegrees(Math.acos(powerFactorPermille / 1000.0));
    LineCurrents turned = new LineCurrents(new double[2 * LINES.length]);
    for (Phase line : LINES) {
      turned.set(line, on(line).turned(degrees));
    }
    return turned;
  }

  /** What comes back on the neutral, in milliamperes; 0 where nothing is connected to it. */
  public int neutralMilliamps() {
    Phasor sum = Phasor.ZERO;
    for (Phase line : LINES) {
      sum = sum.plus(on(line));
    }
    return (int) Math.round(sum.magnitude());
  }

  public Phasor on(Phase line) {
    return new Phasor(parts[2 * line.ordinal()], parts[2 * line.ordinal() + 1]);
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
    for (Phase line : transformer.secondary().phases()) {
      Phasor current = on(line);
      secondary.put(
          line, new dev.headroom.core.electrical.Phasor(current.real(), current.imaginary()));
    }
    LineCurrents primary = new LineCurrents(new double[2 * LINES.length]);
    transformer
        .primary(secondary)
        .forEach((line, current) -> primary.set(line, new Phasor(current.re(), current.im())));
    return primary;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineCurrents that && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.stream(LINES).map(line -> line + "=" + on(line)).toList().toString();
  }
}
