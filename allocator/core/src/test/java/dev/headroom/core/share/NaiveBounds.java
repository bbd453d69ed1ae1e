package dev.headroom.core.share;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/** Which bounds a port loads, and whether they keep their room: added up anew each time. */
final class NaiveBounds {

  /**
   * Milliamperes or milliwatts that doubles may be off by, as {@link Allocator} says. More would be
   * room that is not there: one step of somebody may miss by less.
   */
  private static final double ROUNDING = 1e-6;

  private final Network network;
  private final int[] sources;
  private final double[][] taken;

  NaiveBounds(Network network, int[] sources, double[][] taken) {
    this.network = network;
    this.sources = sources;
    this.taken = taken;
  }

  /** The places of the bounds that a port loads, in the network's order. */
  int[] loadedBy(int port) {
    return IntStream.range(0, network.bounds().size())
        .filter(b -> network.bounds().get(b).loads().stream().anyMatch(it -> isOf(it, port)))
        .toArray();
  }

  /** The places of the bounds that any of these loads. */
  int[] loadedBy(List<Integer> ports) {
    return ports.stream().flatMapToInt(it -> IntStream.of(loadedBy(it))).distinct().toArray();
  }

  /** Whether a bound keeps its room with these currents. */
  boolean keeps(int place, double[] room, double[] currents) {
    Bound bound = network.bounds().get(place);
    double[] sums = new double[bound.directions().size()];
    for (Load load : bound.loads()) {
      if (isUsed(load)) {
        sums[load.direction()] += load.factor() * currents[load.port()];
      }
    }
    for (int d = 0; d < sums.length; d++) {
      sums[d] -= taken[place][d];
    }
    return bound.carried(sums) <= room[place] + ROUNDING;
  }

  private boolean isOf(Load load, int port) {
    return load.port() == port && isUsed(load);
  }

  private boolean isUsed(Load load) {
    return (sources[load.port()] >> load.source() & 1) != 0;
  }
}
