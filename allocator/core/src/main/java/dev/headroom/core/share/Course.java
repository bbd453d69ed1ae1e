package dev.headroom.core.share;

import java.util.Arrays;

/** How far each port has come while one question is answered. */
final class Course {

  /** Nothing stops it. */
  static final int NO_TAP = -1;

  /** Where it stands before anybody rises: at its standing current, or at its floor. */
  final int[] start;

  /** Whether it rises from there. */
  final boolean[] in;

  /** Where it is. */
  final double[] current;

  /** The tap whose bound keeps it from more. */
  final int[] stoppedAt;

  Course(int ports) {
    start = new int[ports];
    in = new boolean[ports];
    current = new double[ports];
    stoppedAt = new int[ports];
  }

  void begin(Claims claims) {
    System.arraycopy(claims.standing(), 0, start, 0, start.length);
    Arrays.fill(in, false);
    Arrays.fill(stoppedAt, NO_TAP);
  }

  /** Everybody stands at the start. */
  void start() {
    for (int port = 0; port < start.length; port++) {
      current[port] = start[port];
    }
  }
}
