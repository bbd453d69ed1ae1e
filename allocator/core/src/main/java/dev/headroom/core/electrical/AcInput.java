package dev.headroom.core.electrical;

/**
 * The AC side of a load that holds its power, such as a DC charger: P = I × volts × efficiency ×
 * power factor. Both ways round to the safe side, so that {@code watts(milliamps(p)) >= p} and
 * never more than the line current that was meant.
 *
 * @param volts across the whole load at the lowest plausible voltage: 3 × line to neutral, or line
 *     to line
 * @param efficiencyPermille what comes out at the vehicle's side; 500 to 1000
 * @param powerFactorPermille 500 to 1000
 */
public record AcInput(int volts, int efficiencyPermille, int powerFactorPermille) {

  private static final long MILLIAMP_PERMILLES = 1_000_000_000;

  public AcInput {
    if (volts < 1) {
      throw new IllegalArgumentException("a load needs a voltage, not " + volts + " V");
    }
    requireFraction("efficiency", efficiencyPermille);
    requireFraction("power factor", powerFactorPermille);
  }

  /** The input of a load wired so, judged at the lowest voltage that its supply may sink to. */
  public static AcInput of(
      Wiring wiring, Supply supply, int efficiencyPermille, int powerFactorPermille) {
    return new AcInput(
        supply.lowest(wiring.volts(supply)), efficiencyPermille, powerFactorPermille);
  }

  /** The most line current that this many watts can take, in milliamperes; rounded up. */
  public int milliamps(int watts) {
    return Math.toIntExact(Math.ceilDiv(watts * MILLIAMP_PERMILLES, wattsOfAMegaamp()));
  }

  /** The watts that never take more than this line current; rounded down. */
  public int watts(int milliamps) {
    return Math.toIntExact(milliamps * wattsOfAMegaamp() / MILLIAMP_PERMILLES);
  }

  private long wattsOfAMegaamp() {
    return (long) volts * efficiencyPermille * powerFactorPermille;
  }

  private static void requireFraction(String what, int permille) {
    if (permille < 500 || permille > 1000) {
      throw new IllegalArgumentException(
          "the %s lies from 0.5 to 1, not %.3f".formatted(what, permille / 1000.0));
    }
  }
}
