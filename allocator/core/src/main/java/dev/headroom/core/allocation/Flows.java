package dev.headroom.core.allocation;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;

/**
 * What flows in every source of every port at one moment, in milliamperes.
 *
 * @param milliamps by port, then by source
 */
record Flows(int[][] milliamps) {

  /** What one source of one port carries. */
  interface Source {
    int milliamps(int port, int source);
  }

  static Flows of(Network network, Source each) {
    int[][] milliamps = new int[network.ports()][];
    for (int port = 0; port < milliamps.length; port++) {
      milliamps[port] = new int[network.sources().get(port)];
      for (int source = 0; source < milliamps[port].length; source++) {
        milliamps[port][source] = each.milliamps(port, source);
      }
    }
    return new Flows(milliamps);
  }

  static Flows none(Network network) {
    return of(network, (_, _) -> 0);
  }

  int at(int port, int source) {
    return milliamps[port][source];
  }

  /** In each of a bound's directions. */
  double[] sums(Bound bound) {
    double[] sums = new double[bound.directions().size()];
    for (Load load : bound.loads()) {
      sums[load.direction()] += load.factor() * milliamps[load.port()][load.source()];
    }
    return sums;
  }

  /** Through a bound when all of it flows: |Σ I·e^jθ|. */
  double through(Bound bound) {
    return bound.flowing(sums(bound));
  }

  /** The most a bound carries while each is anywhere between nothing and this. */
  double most(Bound bound) {
    return bound.carried(sums(bound));
  }

  Flows plus(Network network, Flows other) {
    return of(network, (port, source) -> at(port, source) + other.at(port, source));
  }

  /** How far this lies above another, where it does. */
  Flows above(Network network, Flows other) {
    return of(network, (port, source) -> Math.max(0, at(port, source) - other.at(port, source)));
  }
}
