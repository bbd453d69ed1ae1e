package dev.headroom.core.allocation;

import java.util.OptionalInt;

/**
 * The base load on one conductor, in milliamperes and never below 0.
 *
 * @param likely what it most likely is now: enough to see that something must be cut
 * @param sure what it is at the most, over the whole raise delay: only below it may anything rise
 * @param measured the meter's reading now; empty if there is none that may be believed
 * @param worstCase whether a meter that should speak is silent, so that the worst case counts
 */
record BaseLoad(int likely, int sure, OptionalInt measured, boolean worstCase) {

  BaseLoad plus(BaseLoad other) {
    return new BaseLoad(
        likely + other.likely,
        sure + other.sure,
        OptionalInt.empty(),
        worstCase || other.worstCase);
  }

  static BaseLoad none() {
    return new BaseLoad(0, 0, OptionalInt.empty(), false);
  }
}
