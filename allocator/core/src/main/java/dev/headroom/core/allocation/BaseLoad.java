package dev.headroom.core.allocation;

import java.util.OptionalInt;

/**
 * The base load in one bound, in milliamperes (or milliwatts) and never below 0.
 *
 * @param likely what it most likely is now: enough to see that something must be cut
 * @param sure what flows at the most, over the whole raise delay: only below it may anything rise
 * @param measured the meter's reading now; empty if there is none that may be believed
 * @param worstCase whether a meter that should speak is silent, so that the worst case counts
 */
record BaseLoad(double likely, Sure sure, OptionalInt measured, boolean worstCase) {

  /** Both in one conductor; nobody hangs below both. */
  BaseLoad plus(BaseLoad other) {
    return new BaseLoad(
        likely + other.likely,
        sure.plus(other.sure),
        OptionalInt.empty(),
        worstCase || other.worstCase);
  }
}
