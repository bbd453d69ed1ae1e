package dev.headroom.core.allocation;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Place;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A bound with its loads in arrays, as looks add them up. */
final class Carrier {

  private final Bound bound;
  private final int directions;
  private final int[] sources;
  private final int[] directionOf;
  private final double[] factors;
  private final int[] portOf;
  private final int[] ports;

  Carrier(Bound bound, Sources all) {
    this.bound = bound;
    List<Load> loads = bound.loads();
    directions = bound.directions().size();
    sources = loads.stream().mapToInt(it -> all.first()[it.port()] + it.source()).toArray();
    directionOf = loads.stream().mapToInt(Load::direction).toArray();
    factors = loads.stream().mapToDouble(Load::factor).toArray();
    portOf = loads.stream().mapToInt(Load::port).toArray();
    ports = Arrays.stream(portOf).distinct().toArray();
  }

  Place place() {
    return bound.place();
  }

  int directions() {
    return directions;
  }

  /** Those that load it, each once. */
  int[] ports() {
    return ports;
  }

  boolean isLoadedBy(int port) {
    return Arrays.stream(ports).anyMatch(each -> each == port);
  }

  /** In each direction. */
  double[] sums(Flows flows) {
    double[] sums = new double[directions];
    if (!flows.isNone()) {
      for (int load = 0; load < sources.length; load++) {
        sums[directionOf[load]] += factors[load] * flows.milliamps()[sources[load]];
      }
    }
    return sums;
  }

  /** When all of it flows: |Σ I·e^jθ|. */
  double through(Flows flows) {
    return bound.flowing(sums(flows));
  }

  /** The most that it carries while each is anywhere between nothing and this. */
  double most(Flows flows) {
    return bound.carried(sums(flows));
  }

  /** The most of these sums, each in its direction. */
  double carried(double[] sums) {
    return bound.carried(sums);
  }

  /** What a port's sources bring here together, by magnitude. */
  double own(int port, IntUnaryOperator milliampsOfSource) {
    double own = 0;
    for (int load = 0; load < portOf.length; load++) {
      if (portOf[load] == port) {
        own += factors[load] * milliampsOfSource.applyAsInt(sources[load]);
      }
    }
    return own;
  }
}
