package dev.headroom.cli.simulate.plant;

import java.time.Duration;

/**
 * What flows at each place besides EVSEs, over time, from the start again when it ends. Magnitudes:
 * they may point wherever EVSEs' currents do.
 *
 * @param milliamps by place and interval; of power milliwatts
 * @param startMillis when the first interval began
 */
public record BaseProfile(double[][] milliamps, Duration interval, long startMillis) {

  /**
   * The highest between two instants.
   *
   * @param highest by place; overwritten
   */
  public void between(long fromMillis, long untilMillis, double[] highest) {
    long first = Math.floorDiv(fromMillis - startMillis, interval.toMillis());
    long last = Math.floorDiv(untilMillis - 1 - startMillis, interval.toMillis());
    last = Math.min(last, first + length() - 1);
    for (int place = 0; place < highest.length; place++) {
      double most = 0;
      for (long step = first; step <= last; step++) {
        most = Math.max(most, milliamps[place][Math.floorMod(step, length())]);
      }
      highest[place] = most;
    }
  }

  private int length() {
    return milliamps.length == 0 ? 1 : milliamps[0].length;
  }
}
