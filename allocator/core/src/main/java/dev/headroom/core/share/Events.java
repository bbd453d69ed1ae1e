package dev.headroom.core.share;

import java.util.Arrays;

/**
 * Ports by a level at which something happens to each, ascending. A level and its port are packed
 * into one number, so that sorting needs no objects: the level gives its last bits away, by far
 * less than a milliampere, so it says when, not how much.
 */
final class Events {

  private final long[] packed;
  private final long portMask;
  private int size;
  private int next;

  Events(int ports) {
    packed = new long[ports];
    portMask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(ports))) - 1;
  }

  void clear() {
    size = 0;
    next = 0;
  }

  /**
   * @param level not negative
   */
  void add(int port, double level) {
    packed[size++] = Double.doubleToRawLongBits(level) & ~portMask | port;
  }

  void sort() {
    Arrays.sort(packed, 0, size);
  }

  /** The next level; infinite if none is left. */
  double level() {
    return next == size
        ? Double.POSITIVE_INFINITY
        : Double.longBitsToDouble(packed[next] & ~portMask);
  }

  /** The last level of all. */
  double last() {
    return Double.longBitsToDouble(packed[size - 1] | portMask);
  }

  /** The port of the next level; that is then over. */
  int take() {
    return (int) (packed[next++] & portMask);
  }
}
