package dev.headroom.core.share;

import java.util.Arrays;

/** Who takes part: one port after the other at its floor, if all bounds then keep their room. */
final class LettingIn {

  /** Where each port stands before anybody rises. */
  final int[] start;

  /** Whether it rises from there. */
  final boolean[] in;

  /** Which bound had no room for its floor. */
  final int[] stoppedBy;

  private final Flows flows;

  LettingIn(int ports, Flows flows) {
    this.flows = flows;
    start = new int[ports];
    in = new boolean[ports];
    stoppedBy = new int[ports];
  }

  /** Starts from flows of nobody, and leaves those of everybody at the start. */
  void letIn(Claims claims, Room room) {
    Arrays.fill(stoppedBy, Shares.NOTHING);
    for (int port = 0; port < start.length; port++) {
      start[port] = claims.standing()[port];
      flows.add(port, start[port]);
    }
    for (int port : claims.order()) {
      in[port] = letIn(port, claims, room.floors());
    }
  }

  private boolean letIn(int port, Claims claims, double[] room) {
    if (claims.most()[port] <= start[port]) {
      return false;
    }
    int floor = claims.floor(port);
    if (floor > claims.most()[port]) {
      return false;
    }
    if (start[port] < floor) {
      int more = floor - start[port];
      stoppedBy[port] = flows.brokenBy(port, more, room);
      if (stoppedBy[port] != Shares.NOTHING) {
        return false;
      }
      flows.add(port, more);
      start[port] = floor;
    }
    return true;
  }
}
