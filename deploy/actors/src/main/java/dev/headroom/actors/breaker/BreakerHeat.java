package dev.headroom.actors.breaker;

import dev.headroom.core.breaker.ThermalMeasure;
import java.time.Duration;

/**
 * The thermal measure D of one pole of a breaker, as it heats up by {@link ThermalMeasure} and
 * cools down: below the rating D drains to 0 in 20 minutes from 1.
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
    if (milliamps <= ratingMilliamps && d == 0 && above.isZero()) {
      return this;
    }
    double seconds = carried.toNanos() / 1e9;
    if (milliamps <= ratingMilliamps) {
      double drained = milliamps == ratingMilliamps ? 0 : seconds / DRAIN_SECONDS;
      return new BreakerHeat(Math.max(0, d - drained), peak, Duration.ZERO, longestAbove);
    }
    double load = (double) milliamps / ratingMilliamps;
    double hotter = load > 2 ? Math.max(1, d) : d + ThermalMeasure.growth(load, seconds);
    Duration now = above.plus(carried);
    return new BreakerHeat(
        hotter, Math.max(peak, hotter), now, now.compareTo(longestAbove) > 0 ? now : longestAbove);
  }

  public boolean violated() {
    return peak >= 1;
  }
}
