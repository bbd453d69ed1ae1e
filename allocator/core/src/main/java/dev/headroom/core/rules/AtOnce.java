package dev.headroom.core.rules;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts EVSEs in at their minimums, those that take least first, until nothing more has room. */
final class AtOnce {

  private static final double ROUNDING = 1e-3;

  private final List<Bound> bounds;
  private final double[] room;
  private final double[][] sums;

  private AtOnce(SiteTree tree, Network network) {
    Optional<DemandCap> cap = tree.site().control().demandCap();
    bounds = network.bounds();
    room = Rating.ofAll(tree, network).stream().mapToDouble(rating -> room(rating, cap)).toArray();
    sums = bounds.stream().map(it -> new double[it.directions().size()]).toArray(double[][]::new);
  }

  private static double room(Rating rating, Optional<DemandCap> cap) {
    return switch (rating) {
      case Rating.Current its -> its.continuousMilliamps() - its.worstBaseMilliamps();
      case Rating.Power(long base) ->
          cap.map(it -> it.watts() * 1000.0 - base).orElse(Double.POSITIVE_INFINITY);
    };
  }

  static int count(SiteTree tree, Network network) {
    AtOnce counter = new AtOnce(tree, network);
    List<Evse> evses = tree.site().evses();
    return (int)
        IntStream.range(0, evses.size())
            .boxed()
            .filter(port -> !evses.get(port).lockedOff())
            .sorted(Comparator.comparingLong(port -> lineAmps(evses.get(port))))
            .filter(port -> counter.admit(port, evses.get(port).minimumMilliamps()))
            .count();
  }

  private static long lineAmps(Evse evse) {
    return (long) evse.minimumMilliamps() * evse.wiring().lines().size();
  }

  private boolean admit(int port, int milliamps) {
    add(port, milliamps);
    boolean fits =
        IntStream.range(0, bounds.size())
            .filter(b -> isLoadedBy(bounds.get(b), port))
            .allMatch(b -> bounds.get(b).carried(sums[b]) <= room[b] + ROUNDING);
    if (!fits) {
      add(port, -milliamps);
    }
    return fits;
  }

  private static boolean isLoadedBy(Bound bound, int port) {
    return bound.loads().stream().anyMatch(load -> load.port() == port);
  }

  private void add(int port, int milliamps) {
    for (int b = 0; b < sums.length; b++) {
      for (Load load : bounds.get(b).loads()) {
        if (load.port() == port) {
          sums[b][load.direction()] += load.factor() * milliamps;
        }
      }
    }
  }
}
