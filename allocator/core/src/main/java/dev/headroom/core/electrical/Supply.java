package dev.headroom.core.electrical;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The service a site is fed from, with its voltages: nominal, or as somebody measured them there.
 *
 * @param lineToLineVolts within 15 % of the nominal; the others follow in proportion
 * @param lowestPermille the lowest voltage that may be expected, in thousandths of this: what a
 *     load that draws constant power is converted to amperes with. 700 to 1000
 */
public record Supply(SupplySystem system, int lineToLineVolts, int lowestPermille) {

  /**
   * 108 V of 120 V (ANSI C84.1, range A, at the load) and 207 V of 230 V (EN 50160) are both 90 %.
   */
  public static final int LOWEST_PERMILLE = 900;

  public static final Supply SPLIT_PHASE_120_240 = nominal(SupplySystem.SPLIT_PHASE);
  public static final Supply TWO_LEGS_120_208 = nominal(SupplySystem.TWO_LEGS);
  public static final Supply WYE_208Y_120 = nominal(SupplySystem.WYE_208Y_120);
  public static final Supply WYE_480Y_277 = nominal(SupplySystem.WYE_480Y_277);
  public static final Supply WYE_400Y_230 = nominal(SupplySystem.WYE_400Y_230);
  public static final Supply DELTA_240 = nominal(SupplySystem.DELTA);
  public static final Supply HIGH_LEG_DELTA_240_120 = nominal(SupplySystem.HIGH_LEG_DELTA);

  private static final int PLAUSIBLE_PERCENT = 15;

  public Supply {
    int nominal = system.lineToLineVolts();
    if (Math.abs(lineToLineVolts - nominal) * 100 > nominal * PLAUSIBLE_PERCENT) {
      throw new IllegalArgumentException(
          "%d V between lines is more than %d %% away from a supply of %s"
              .formatted(lineToLineVolts, PLAUSIBLE_PERCENT, system.notation()));
    }
    if (lowestPermille < 700 || lowestPermille > 1000) {
      throw new IllegalArgumentException("the lowest voltage lies from 70 to 100 %");
    }
  }

  /** The supply at its nominal voltages. */
  public static Supply nominal(SupplySystem system) {
    return new Supply(system, system.lineToLineVolts(), LOWEST_PERMILLE);
  }

  /**
   * The supply written as on its drawing, such as {@code 208Y/120}.
   *
   * @throws IllegalArgumentException naming the supplies that are understood
   */
  public static Supply of(String notation) {
    return SupplySystem.of(notation)
        .map(Supply::nominal)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "supply '" + notation + "' is not supported; supported are " + notations()));
  }

  private static String notations() {
    return Arrays.stream(SupplySystem.values())
        .map(SupplySystem::notation)
        .collect(Collectors.joining(", "));
  }

  public String notation() {
    return system.notation();
  }

  public List<Phase> phases() {
    return system.phases();
  }

  /**
   * Volts of a line against the point that bounds power: ΣP ≤ Σ volts × amperes of the lines. That
   * point is the neutral, or in a delta without one the centre of its triangle.
   */
  public int volts(Phase line) {
    return measured(system.volts(line));
  }

  /** The same for L1: what every line has, but for a high leg. */
  public int lineToNeutralVolts() {
    return volts(Phase.L1);
  }

  /** Watts of a balanced three-phase load for each ampere in its lines. */
  int threePhaseVolts() {
    return measured(system.threePhaseVolts());
  }

  /** The least these volts may be expected to sink to. */
  public int lowest(int volts) {
    return (int) ((long) volts * lowestPermille / 1000);
  }

  private int measured(int nominalVolts) {
    int nominal = system.lineToLineVolts();
    return (nominalVolts * lineToLineVolts + nominal / 2) / nominal;
  }
}
