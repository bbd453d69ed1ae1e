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

  /** The tap whose arc keeps it from more. */
  final int[] stoppedAt;

  /** And the bound. */
  private final int[] stoppedBy;

  Course(int ports) {
    start = new int[ports];
    in = new boolean[ports];
    current = new double[ports];
    stoppedAt = new int[ports];
    stoppedBy = new int[ports];
  }

  void begin(Claims claims) {
    System.arraycopy(claims.standing(), 0, start, 0, start.length);
    Arrays.fill(in, false);
    Arrays.fill(stoppedAt, NO_TAP);
    Arrays.fill(stoppedBy, Shares.NOTHING);
  }

  /** Everybody stands at the start. */
  void start() {
    for (int port = 0; port < start.length; port++) {
      current[port] = start[port];
    }
  }

  void stop(int port, int tap, int bound) {
    stoppedAt[port] = tap;
    stoppedBy[port] = bound;
  }

  /** Nothing stops a port that something stopped before. */
  void free(int port) {
    stop(port, NO_TAP, Shares.NOTHING);
  }

  /** The bound that stops a port; {@link Shares#NOTHING} if none does. */
  int stoppedBy(int port) {
    return stoppedBy[port];
  }

  /** The same of each port. */
  int[] stoppedBy() {
    return stoppedBy.clone();
  }
}
