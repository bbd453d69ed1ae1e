package dev.headroom.core.share;

import java.util.Arrays;

/**
 * Fills ports of which some share as a tenant. How fast a tenant's ports rise depends on who of
 * them rises, so every step looks at all ports anew: n ports take steps of the order of n².
 */
final class Stepping {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Levels and milliamperes this near are the same: nothing is gained by another step. */
  private static final double NEAR = 1e-9;

  private final Wires wires;
  private final Flows flows;
  private final Course course;
  private final double[] current;
  private final double[] slope;
  private final double[] slopeRe;
  private final double[] slopeIm;
  private final boolean[] rising;

  Stepping(Wires wires, Flows flows, Course course) {
    this.wires = wires;
    this.flows = flows;
    this.course = course;
    current = course.current;
    slope = new double[wires.ports];
    slopeRe = new double[wires.mostArcs];
    slopeIm = new double[wires.mostArcs];
    rising = new boolean[wires.ports];
  }

  /** Fills these ports from their currents and the flows that these make. */
  void fill(int[] ports, int from, int to, Claims claims, Limits limits) {
    int[] sharing = Arrays.copyOfRange(ports, from, to);
    Teams teams = new Teams(claims, sharing, current);
    Arrays.fill(rising, false);
    int[] open = withRoom(sharing, limits);
    while (open.length > 0) {
      letWhoIsDueRise(open, teams, claims);
      slopes(open, teams, claims);
      double by = Math.min(teams.untilNextBegins(), untilNext(open, teams, claims, limits));
      rise(open, by, claims, teams);
      open =
          withRoom(
              Arrays.stream(open).filter(p -> current[p] < claims.most()[p]).toArray(), limits);
    }
  }

  private int[] withRoom(int[] open, Limits limits) {
    return Arrays.stream(open)
        .filter(
            port -> {
              int tap = flows.fullAt(port, limits);
              if (tap != Course.NO_TAP) {
                course.stop(port, tap, flows.fullBound(tap, limits));
              }
              return tap == Course.NO_TAP;
            })
        .toArray();
  }

  private void letWhoIsDueRise(int[] open, Teams teams, Claims claims) {
    teams.forgetWhoRises();
    for (int port : open) {
      if (rising[port]) {
        teams.rises(port);
      }
    }
    for (int port : open) {
      int team = teams.of(port);
      if (teams.isIdle(team)) {
        teams.raise(team, Math.max(teams.level(team), lowestWaiting(open, team, teams, claims)));
      }
      if (!rising[port] && teams.hasBegun(team) && teams.level(team) >= due(port, claims) - NEAR) {
        rising[port] = true;
        teams.rises(port);
      }
    }
  }

  private double lowestWaiting(int[] open, int team, Teams teams, Claims claims) {
    double lowest = NEVER;
    for (int port : open) {
      if (teams.of(port) == team) {
        lowest = Math.min(lowest, due(port, claims));
      }
    }
    return lowest;
  }

  /** The level of its team from which a waiting port rises. */
  private double due(int port, Claims claims) {
    return current[port] / claims.weight()[port];
  }

  private void slopes(int[] open, Teams teams, Claims claims) {
    Arrays.fill(slopeRe, 0);
    Arrays.fill(slopeIm, 0);
    for (int port : open) {
      slope[port] = rising[port] ? claims.weight()[port] * teams.slope(teams.of(port)) : 0;
      for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
        slopeRe[wires.arcOf[tap]] += slope[port] * wires.re[tap];
        slopeIm[wires.arcOf[tap]] += slope[port] * wires.im[tap];
      }
    }
  }

  /** How far the level may rise before a port leaves its start, has all, or a bound is full. */
  private double untilNext(int[] open, Teams teams, Claims claims, Limits limits) {
    double until = NEVER;
    for (int port : open) {
      int team = teams.of(port);
      if (rising[port]) {
        until = Math.min(until, (claims.most()[port] - current[port]) / slope[port]);
      } else if (teams.slope(team) > 0) {
        until = Math.min(until, (due(port, claims) - teams.level(team)) / teams.slope(team));
      }
    }
    for (int arc = 0; arc < wires.arcs(); arc++) {
      if (slopeRe[arc] != 0 || slopeIm[arc] != 0) {
        until = Math.min(until, flows.full(arc, slopeRe[arc], slopeIm[arc], limits));
      }
    }
    return Math.max(0, until);
  }

  private void rise(int[] open, double by, Claims claims, Teams teams) {
    for (int port : open) {
      if (rising[port]) {
        double most = claims.most()[port];
        double risen = current[port] + by * slope[port];
        double to = risen < most - NEAR ? risen : most;
        flows.add(port, to - current[port]);
        current[port] = to;
      }
    }
    teams.rise(by);
  }
}
