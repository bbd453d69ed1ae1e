package dev.headroom.actors.electrical;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;

/** Where the voltages of a supply's lines point, as phasors of length 1. */
public final class Angles {

  private Angles() {}

  /**
   * The line-to-neutral voltage's direction. The two lines of a split phase oppose each other, so
   * that line-to-line and line-to-neutral currents add plainly there; those of a wye stand 120°
   * apart.
   */
  public static Phasor ofLine(Supply supply, Phase line) {
    return Phasor.polar(1, supply.system().degrees(line));
  }

  /** The voltage's direction between two lines; AB of a wye stands at +30°. */
  public static Phasor between(Supply supply, Phase from, Phase to) {
    return voltage(supply, from).minus(voltage(supply, to)).direction();
  }

  /**
   * The direction of a line's current in a balanced three-phase load without neutral: from the
   * centre of the voltages' triangle, which is the neutral but in a high-leg delta.
   */
  public static Phasor ofBalancedLine(Supply supply, Phase line) {
    Phasor centre =
        supply.phases().stream()
            .map(each -> voltage(supply, each))
            .reduce(Phasor.ZERO, Phasor::plus)
            .times(1.0 / supply.phases().size());
    return voltage(supply, line).minus(centre).direction();
  }

  private static Phasor voltage(Supply supply, Phase line) {
    return ofLine(supply, line).times(supply.volts(line));
  }
}
