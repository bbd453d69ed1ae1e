package dev.headroom.core.allocation;

import java.util.List;

/**
 * How much a bound may carry, base load included: milliamperes, milliwatts for power.
 *
 * @param mayPause whether it may take EVSEs below their minimum
 * @param cause what an EVSE held by it is told
 */
record Cap(double most, boolean mayPause, Reason cause) {

  /** What all of them leave; endless without any. */
  static double lowest(List<Cap> caps) {
    double lowest = Double.MAX_VALUE;
    for (Cap cap : caps) {
      lowest = Math.min(lowest, cap.most());
    }
    return lowest;
  }

  /** What those leave that may pause EVSEs. */
  static double lowestThatPauses(List<Cap> caps) {
    double lowest = Double.MAX_VALUE;
    for (Cap cap : caps) {
      lowest = cap.mayPause() ? Math.min(lowest, cap.most()) : lowest;
    }
    return lowest;
  }
}
