package dev.headroom.core.share;

import dev.headroom.core.electrical.PilotSteps;

/**
 * Rounds down to what each port accepts and gives on what that frees. Bounds never carry less when
 * a port rises, so who does not fit once never will: most ports never come into the queue.
 */
final class Rounding {

  /** What is missing to a whole milliampere for no other reason than doubles. */
  private static final double MISSING = 1e-7;

  private final Wires wires;
  private final Flows flows;
  private final Course course;
  private final Queue queue;

  /** Ports that no longer fit, though not by what stopped them while filling. */
  private final int[] unsure;

  private int unsures;

  Rounding(Wires wires, Flows flows, Course course) {
    this.wires = wires;
    this.flows = flows;
    this.course = course;
    queue = new Queue(wires.ports);
    unsure = new int[wires.ports];
  }

  Shares round(Claims claims, Room room) {
    int[] milliamps = new int[wires.ports];
    flows.reset(room);
    for (int port = 0; port < milliamps.length; port++) {
      milliamps[port] = roundedDown(port, claims);
      flows.add(port, milliamps[port]);
    }
    giveOn(milliamps, claims, room.filling());
    sayWhatStops(milliamps, claims, room.filling());
    return new Shares(milliamps, stoppedBy());
  }

  private int roundedDown(int port, Claims claims) {
    int start = course.start[port];
    if (!course.in[port]) {
      return start;
    }
    int whole = (int) (course.current[port] + MISSING);
    return Math.max(start, claims.steps().get(port).atMost(whole));
  }

  private void giveOn(int[] milliamps, Claims claims, double[] room) {
    queue.begin(claims);
    unsures = 0;
    for (int place = 0; place < milliamps.length; place++) {
      int port = claims.order()[place];
      if (course.in[port] && next(port, milliamps[port], claims, room) != PilotSteps.NONE) {
        queue.add(port, place, milliamps[port]);
      }
    }
    while (!queue.isEmpty()) {
      int port = queue.first();
      int now = milliamps[port];
      int next = next(port, now, claims, room);
      if (next == PilotSteps.NONE) {
        queue.drop();
      } else {
        milliamps[port] = next;
        flows.add(port, next - now);
        queue.rise(next);
      }
    }
  }

  /** The next current that a port accepts, asks for and has room for; NONE if there is none. */
  private int next(int port, int now, Claims claims, double[] room) {
    int next = claims.steps().get(port).atLeast(now + 1);
    if (next > claims.most()[port]) {
      course.stoppedAt[port] = Course.NO_TAP;
      return PilotSteps.NONE;
    }
    int stoppedAt = course.stoppedAt[port];
    if (stoppedAt != Course.NO_TAP && flows.isBroken(stoppedAt, next - now, room)) {
      return PilotSteps.NONE;
    }
    if (flows.brokenAt(port, next - now, room) != Course.NO_TAP) {
      unsure[unsures++] = port;
      return PilotSteps.NONE;
    }
    return next;
  }

  /** What stops those that something else than what stopped them before had no room for. */
  private void sayWhatStops(int[] milliamps, Claims claims, double[] room) {
    for (int i = 0; i < unsures; i++) {
      int port = unsure[i];
      int more = claims.steps().get(port).atLeast(milliamps[port] + 1) - milliamps[port];
      course.stoppedAt[port] = flows.brokenAt(port, course.stoppedAt[port], more, room);
    }
  }

  private int[] stoppedBy() {
    int[] stoppedBy = new int[wires.ports];
    for (int port = 0; port < stoppedBy.length; port++) {
      int tap = course.stoppedAt[port];
      stoppedBy[port] = tap == Course.NO_TAP ? Shares.NOTHING : wires.boundOf[wires.arcOf[tap]];
    }
    return stoppedBy;
  }
}
