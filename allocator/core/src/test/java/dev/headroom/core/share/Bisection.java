package dev.headroom.core.share;

import java.util.function.DoublePredicate;

/** Halving an interval until it is far shorter than a milliampere. */
final class Bisection {

  private static final double SHORT = 1e-9;

  private Bisection() {}

  /** The largest number from 0 to a top that passes, where whatever lies below one that does. */
  static double largest(double top, DoublePredicate passes) {
    if (passes.test(top)) {
      return top;
    }
    double low = 0;
    double high = top;
    for (double middle = high / 2;
        high - low > SHORT && low < middle && middle < high;
        middle = (low + high) / 2) {
      if (passes.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
