package dev.headroom.core.share;

import java.util.function.IntPredicate;

/**
 * Ports by a level at which something happens to each, the lowest first; a binary heap, since most
 * levels are never reached. A level and its port are packed into one number, so that they need no
 * objects: the level gives its last bits away, by far less than a milliampere, so it says when, not
 * how much.
 */
final class Events {

  private final long[] heap;
  private final long portMask;
  private int size;
  private double highest;

  Events(int ports) {
    heap = new long[ports];
    portMask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(ports))) - 1;
  }

  void clear() {
    size = 0;
    highest = 0;
  }

  /**
   * One more; {@link #order()} comes when all are there.
   *
   * @param level not negative
   */
  void add(int port, double level) {
    heap[size++] = packed(port, level);
    highest = Math.max(highest, level);
  }

  void order() {
    for (int at = size / 2 - 1; at >= 0; at--) {
      sink(at, heap[at]);
    }
  }

  /** The next level; infinite if none is left. */
  double level() {
    return size == 0 ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(heap[0] & ~portMask);
  }

  /** The highest of all that were added. */
  double highest() {
    return highest;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The port of the next level; of like ones the first port. */
  int port() {
    return (int) (heap[0] & portMask);
  }

  /** The port of the next level; that is then over. */
  int take() {
    int port = port();
    size--;
    if (size > 0) {
      sink(0, heap[size]);
    }
    return port;
  }

  /** Puts the port of the next level off to a higher one. */
  void putOff(double level) {
    sink(0, packed(port(), level));
  }

  /** Only these ports stay, each at its level. */
  void retain(IntPredicate wanted) {
    int all = size;
    size = 0;
    for (int at = 0; at < all; at++) {
      if (wanted.test((int) (heap[at] & portMask))) {
        heap[size++] = heap[at];
      }
    }
    order();
  }

  private long packed(int port, double level) {
    return Double.doubleToRawLongBits(level) & ~portMask | port;
  }

  private void sink(int from, long event) {
    int at = from;
    int below = 2 * at + 1;
    while (below < size) {
      if (below + 1 < size) {
        below += lower(heap[below], heap[below + 1]);
      }
      if (event <= heap[below]) {
        break;
      }
      heap[at] = heap[below];
      at = below;
      below = 2 * at + 1;
    }
    heap[at] = event;
  }

  /**
   * 1 if the second is the lower, else 0: the sign of a difference, as a branch is hard to guess.
   */
  private static int lower(long first, long second) {
    return (int) (second - first >>> Long.SIZE - 1);
  }
}
