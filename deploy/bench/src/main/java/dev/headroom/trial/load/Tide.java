package dev.headroom.trial.load;

import dev.headroom.trial.wire.Town;
import java.time.Duration;

/**
 * A base load of each site that rises by 1 A with every so manieth reading, and each such reading
 * cuts, up to the worst case; then it falls at once and rests, while limits rise again. The others
 * differ by noise. Sites are at different points of it. Not thread-safe.
 */
final class Tide {

  /** By how much each reading is above the one before, of each phase. */
  static final int RISE_MILLIAMPS = 1000;

  /** For so long it stays low, so that raises have their delay and their ramp. */
  static final Duration REST = Duration.ofSeconds(6);

  private static final int NOISE_MILLIAMPS = 100;
  private static final int LOW_MILLIAMPS = 20_000;
  private static final int FAR_APART = 7919;

  private final int high;
  private final int risesEach;
  private final int[] readings;
  private final int[] base;
  private final long[] restsUntil;

  /**
   * @param risesEach so manieth reading; 1 for every one
   */
  Tide(Town town, int risesEach, long nowNanos) {
    this.risesEach = risesEach;
    readings = new int[town.sites()];
    high = town.worstCaseBaseAmps() * 1000;
    base = new int[town.sites()];
    restsUntil = new long[town.sites()];
    for (int site = 0; site < base.length; site++) {
      base[site] = LOW_MILLIAMPS + site * FAR_APART % (high - LOW_MILLIAMPS);
      restsUntil[site] = nowNanos;
      readings[site] = site * FAR_APART % risesEach;
    }
  }

  /** What this site's next reading has beside its vehicles, of each phase (milliamperes). */
  int next(int site, long nowNanos) {
    int reading = readings[site]++;
    if (reading % risesEach != 0) {
      return base[site] + reading % 2 * NOISE_MILLIAMPS;
    }
    if (nowNanos - restsUntil[site] < 0) {
      return base[site];
    }
    base[site] += RISE_MILLIAMPS;
    if (base[site] > high) {
      base[site] = LOW_MILLIAMPS;
      restsUntil[site] = nowNanos + REST.toNanos();
    }
    return base[site];
  }
}
