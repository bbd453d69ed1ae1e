package dev.headroom.actors.breaker;

import java.time.Duration;

/**
 * The thermal measure D of one pole of a breaker: stricter than any standard's tripping curve, so
 * that D &lt; 1 means that no healthy breaker tripped. Above its rating D grows by dt / B, B being
 * 60 s (to 1.13), 30 s (to 1.25), 20 s (to 1.40), 10 s (to 1.50) and 8 s (to 2.0); more than twice
 * the rating is a violation at once. Below the rating D drains to 0 in 20 minutes from 1.
 *
 * @param d the measure now, 0 and up; 1 is a violation
 * @param peak the highest it has been
 * @param above for how long the current has now been above the rating without a break
 * @param longestAbove the longest such time so far
 */
public record BreakerHeat(double d, double peak, Duration above, Duration longestAbove) {

  public static final BreakerHeat COLD = new BreakerHeat(0, 0, Duration.ZERO, Duration.ZERO);

  private static final double DRAIN_SECONDS = 1200;

  /** After carrying a current, in milliamperes, for some time. */
  public BreakerHeat after(int milliamps, int ratingMilliamps, Duration carried) {
    double seconds = carried.toNanos() / 1e9;
    if (milliamps <= ratingMilliamps) {
      double drained = milliamps == ratingMilliamps ? 0 : seconds / DRAIN_SECONDS;
      return new BreakerHeat(Math.max(0, d - drained), peak, Duration.ZERO, longestAbove);
    }
    double load = (double) milliamps / ratingMilliamps;
    double hotter = load > 2 ? Math.max(1, d) : d + seconds / secondsToTrip(load);
    Duration now = above.plus(carried);
    return new BreakerHeat(
        hotter, Math.max(peak, hotter), now, now.compareTo(longestAbove) > 0 ? now : longestAbove);
  }

  public boolean violated() {
    return peak >= 1;
  }

  private static double secondsToTrip(double load) {
    if (load <= 1.13) {
      return 60;
    }
    if (load <= 1.25) {
      return 30;
    }
    if (load <= 1.40) {
      return 20;
    }
    return load <= 1.50 ? 10 : 8;
  }
}
