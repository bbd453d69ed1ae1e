package dev.headroom.core.share;

/**
 * Rounds down to what each port accepts and gives on what that frees. Bounds never carry less when
 * a port rises, so who does not fit once never will: most ports never come into the queue.
 */
final class Rounding {

  /** What is missing to a whole milliampere for no other reason than doubles. */
  private static final double MISSING = 1e-7;

  /** After one for so many of the queue has left in a row, who else must leave is looked up. */
  private static final int MANY = 8;

  private final Wires wires;
  private final Flows flows;
  private final Course course;
  private final Ranks ranks;

  /** By place in order, each at its current for its weight. */
  private final Events queue;

  private final int[] place;

  /** The next current that each port accepts: it takes a division, so it is found once. */
  private final int[] next;

  /** Ports that no longer fit, though not by what stopped them while filling. */
  private final int[] unsure;

  private int unsures;

  /** How many have left the queue since one last went up. */
  private int leftInARow;

  Rounding(Wires wires, Flows flows, Course course, Ranks ranks) {
    this.wires = wires;
    this.flows = flows;
    this.course = course;
    this.ranks = ranks;
    queue = new Events(wires.ports);
    place = new int[wires.ports];
    next = new int[wires.ports];
    unsure = new int[wires.ports];
  }

  Shares round(Claims claims, double[][] taken, Limits limits) {
    int[] milliamps = new int[wires.ports];
    flows.reset(taken);
    for (int port = 0; port < milliamps.length; port++) {
      milliamps[port] = roundedDown(port, claims);
      flows.add(port, milliamps[port]);
    }
    giveOn(milliamps, claims, limits);
    sayWhatStops(milliamps, limits);
    return new Shares(milliamps, course.stoppedBy());
  }

  private int roundedDown(int port, Claims claims) {
    int start = course.start[port];
    if (!course.in[port]) {
      return start;
    }
    int whole = (int) (course.current[port] + MISSING);
    return Math.max(start, claims.steps().get(port).atMost(whole));
  }

  /** Rank by rank, since the lowest always comes first. */
  private void giveOn(int[] milliamps, Claims claims, Limits limits) {
    unsures = 0;
    for (int p = 0; p < milliamps.length; p++) {
      place[claims.order()[p]] = p;
    }
    int to;
    for (int from = 0; from < ranks.size(); from = to) {
      to = ranks.endOf(from);
      queue.clear();
      leftInARow = 0;
      for (int i = from; i < to; i++) {
        int port = ranks.ports()[i];
        next[port] = next(port, milliamps[port], claims);
        if (mayRise(port, milliamps[port], claims, limits)) {
          queue.add(place[port], share(port, milliamps[port], claims));
        }
      }
      queue.order();
      while (!queue.isEmpty()) {
        giveOn(claims.order()[queue.port()], milliamps, claims, limits);
      }
    }
  }

  private static double share(int port, int milliamps, Claims claims) {
    return (double) milliamps / claims.weight()[port];
  }

  /** It asks for the next current that it accepts, and what stopped it while filling has room. */
  private boolean mayRise(int port, int now, Claims claims, Limits limits) {
    if (next[port] > claims.most()[port]) {
      course.free(port);
      return false;
    }
    int stoppedAt = course.stoppedAt[port];
    return stoppedAt == Course.NO_TAP || !flows.isBroken(stoppedAt, next[port] - now, limits);
  }

  /** The first of the queue goes up, or leaves. */
  private void giveOn(int port, int[] milliamps, Claims claims, Limits limits) {
    int now = milliamps[port];
    int more = next[port] - now;
    if (!mayRise(port, now, claims, limits)) {
      queue.take();
      leaveTogether(milliamps, claims, limits);
    } else if (flows.brokenAt(port, more, limits) != Course.NO_TAP) {
      unsure[unsures++] = port;
      queue.take();
    } else {
      leftInARow = 0;
      milliamps[port] = now + more;
      next[port] = next(port, milliamps[port], claims);
      flows.add(port, more);
      queue.putOff(share(port, now + more, claims));
    }
  }

  /**
   * A bound that is full stops many: once some have left in a row, all who must leave do so at
   * once, since taking each from the queue in its turn costs more than looking at it.
   */
  private void leaveTogether(int[] milliamps, Claims claims, Limits limits) {
    if (++leftInARow * MANY <= queue.size()) {
      return;
    }
    leftInARow = 0;
    queue.retain(
        at -> {
          int port = claims.order()[at];
          return mayRise(port, milliamps[port], claims, limits);
        });
  }

  private static int next(int port, int now, Claims claims) {
    return claims.steps().get(port).atLeast(now + 1);
  }

  /** What stops those that something else than what stopped them before had no room for. */
  private void sayWhatStops(int[] milliamps, Limits limits) {
    for (int i = 0; i < unsures; i++) {
      int port = unsure[i];
      int more = next[port] - milliamps[port];
      int by = flows.brokenBound(port, course.stoppedBy(port), more, limits);
      course.stop(port, course.stoppedAt[port], by);
    }
  }
}
