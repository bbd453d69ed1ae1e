package dev.headroom.core.site;

/**
 * A CT meter on a circuit.
 *
 * @param accuracyPermille largest error at the rated current, in thousandths of it; class 1.0 is 10
 */
public record Meter(String name, int accuracyPermille) {

  public Meter {
    Names.check("meter", name);
    if (accuracyPermille < 0 || accuracyPermille > 200) {
      throw new IllegalArgumentException(
          "meter '" + name + "': an error of " + accuracyPermille + " ‰ is not a CT's");
    }
  }

  /**
   * The most that a reading may be off by, in milliamperes. In parts of the reading a CT errs more
   * the less flows: three times its class at 5 % of the rated current, one and a half times at 20 %
   * (IEC 61869-2, table 201), lines between; below 5 % as many amperes as there.
   *
   * @param ratedMilliamps the rated current of the CT, for which the circuit's breaker stands
   */
  public double errorMilliamps(int milliamps, int ratedMilliamps) {
    double part = Math.max(0.05, (double) milliamps / ratedMilliamps);
    return part * ratedMilliamps * accuracyPermille / 1000 * classes(part);
  }

  private static double classes(double part) {
    if (part <= 0.2) {
      return 3 - 1.5 * (part - 0.05) / 0.15;
    }
    return Math.max(1, 1.5 - 0.5 * (part - 0.2) / 0.8);
  }
}
