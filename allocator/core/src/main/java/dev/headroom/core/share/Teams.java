package dev.headroom.core.share;

import java.util.Arrays;

/**
 * The levels of those who share as one. All ports without a tenant are one team, whose level is the
 * level of all; each tenant is another, whose own level makes its ports have together what its
 * weight gives it.
 */
final class Teams {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Levels this near are the same. */
  private static final double NEAR = 1e-9;

  private final Claims claims;

  /** A team's own level: what a port of it has for its weight, once it rises. */
  private final double[] level;

  /** The level of all from which a team's ports have more than they stood at. */
  private final double[] begins;

  /** The weights of its ports that rise now. */
  private final double[] risingWeight;

  private final boolean[] begun;

  /** Of these ports, from where they start. */
  Teams(Claims claims, int[] ports, double[] start) {
    this.claims = claims;
    int teams = claims.tenants().weight().length + 1;
    level = new double[teams];
    begins = new double[teams];
    risingWeight = new double[teams];
    begun = new boolean[teams];
    begun[0] = true;
    for (int port : ports) {
      int team = of(port);
      if (team > 0) {
        begins[team] += start[port] / claims.tenants().weight()[team - 1];
      }
    }
  }

  int of(int port) {
    return claims.tenants().of()[port] + 1;
  }

  double level(int team) {
    return level[team];
  }

  /** How fast a team's level rises with the level of all. */
  double slope(int team) {
    if (team == 0) {
      return 1;
    }
    boolean rises = begun[team] && risingWeight[team] > 0;
    return rises ? claims.tenants().weight()[team - 1] / risingWeight[team] : 0;
  }

  boolean hasBegun(int team) {
    return begun[team];
  }

  /** Nobody of a team that has begun rises: its level goes on to the next port's at once. */
  boolean isIdle(int team) {
    return team > 0 && begun[team] && risingWeight[team] == 0;
  }

  void raise(int team, double to) {
    level[team] = to;
  }

  void forgetWhoRises() {
    Arrays.fill(risingWeight, 0);
  }

  void rises(int port) {
    risingWeight[of(port)] += claims.weight()[port];
  }

  /** How far the level of all may rise before the next team begins. */
  double untilNextBegins() {
    double until = NEVER;
    for (int team = 1; team < begins.length; team++) {
      if (!begun[team]) {
        until = Math.min(until, Math.max(0, begins[team] - level[0]));
      }
    }
    return until;
  }

  /** All teams rise while the level of all does; whoever is due begins. */
  void rise(double by) {
    double to = level[0] + by;
    for (int team = 1; team < level.length; team++) {
      if (begun[team]) {
        level[team] += by * slope(team);
      } else {
        begun[team] = begins[team] <= to + NEAR;
      }
    }
    level[0] = to;
  }
}
