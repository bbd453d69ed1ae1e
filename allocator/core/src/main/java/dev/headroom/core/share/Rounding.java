package dev.headroom.core.share;

import dev.headroom.core.electrical.PilotSteps;

/**
 * Rounds down to what each port accepts and gives on what that frees. Bounds never carry less when
 * a port rises, so who does not fit once never will: it leaves the queue.
 */
final class Rounding {

  /** What is missing to a whole milliampere for no other reason than doubles. */
  private static final double MISSING = 1e-7;

  private final Flows flows;
  private final Queue queue;

  Rounding(int ports, Flows flows) {
    this.flows = flows;
    queue = new Queue(ports);
  }

  /**
   * What each gets; the flows are made anew from that.
   *
   * @param stoppedBy what stopped each while filling; where that has room for the next step now,
   *     the first bound without
   */
  int[] round(double[] current, LettingIn lettingIn, Claims claims, Room room, int[] stoppedBy) {
    int[] rounded = new int[current.length];
    flows.reset(room);
    for (int port = 0; port < current.length; port++) {
      int start = lettingIn.start[port];
      int whole = (int) (current[port] + MISSING);
      boolean in = lettingIn.in[port];
      rounded[port] = in ? Math.max(start, claims.steps().get(port).atMost(whole)) : start;
      flows.add(port, rounded[port]);
    }
    giveOn(rounded, lettingIn.in, claims, room.filling());
    for (int port = 0; port < rounded.length; port++) {
      if (lettingIn.in[port]) {
        stoppedBy[port] = stopOf(port, stoppedBy[port], rounded[port], claims, room.filling());
      }
    }
    return rounded;
  }

  private void giveOn(int[] milliamps, boolean[] in, Claims claims, double[] room) {
    queue.begin(claims);
    for (int place = 0; place < milliamps.length; place++) {
      int port = claims.order()[place];
      if (in[port] && fits(port, milliamps[port], claims, room)) {
        queue.add(port, place, milliamps[port]);
      }
    }
    while (!queue.isEmpty()) {
      int port = queue.first();
      int now = milliamps[port];
      if (fits(port, now, claims, room)) {
        milliamps[port] = next(port, now, claims);
        flows.add(port, milliamps[port] - now);
        queue.rise(milliamps[port]);
      } else {
        queue.drop();
      }
    }
  }

  private boolean fits(int port, int now, Claims claims, double[] room) {
    int more = next(port, now, claims) - now;
    return asksForNext(port, now, claims) && flows.brokenBy(port, more, room) == Shares.NOTHING;
  }

  private int stopOf(int port, int stoppedBy, int now, Claims claims, double[] room) {
    int more = next(port, now, claims) - now;
    if (!asksForNext(port, now, claims)) {
      return Shares.NOTHING;
    }
    return flows.isBrokenBy(port, more, stoppedBy, room)
        ? stoppedBy
        : flows.brokenBy(port, more, room);
  }

  private static boolean asksForNext(int port, int now, Claims claims) {
    int next = next(port, now, claims);
    return next != PilotSteps.NONE && next <= claims.most()[port];
  }

  private static int next(int port, int now, Claims claims) {
    return claims.steps().get(port).atLeast(now + 1);
  }
}
