package dev.headroom.core.rules;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.site.Evse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many EVSEs may keep the pilot's 6 A on one bound: those that add least to it go first, as
 * each that is wired alike adds the same.
 */
final class MayKeep {

  /** EVSEs that load the bound alike: what 6 A of one adds in each direction. */
  private static final class Kind {
    private final List<Double> adds;
    private int left;

    Kind(List<Double> adds) {
      this.adds = adds;
    }

    void addTo(double[] sums, int sign) {
      for (int d = 0; d < sums.length; d++) {
        sums[d] += sign * adds.get(d);
      }
    }
  }

  private final Bound bound;
  private final double room;
  private final double[] sums;
  private final Map<List<Double>, Kind> kinds = new HashMap<>();

  private MayKeep(Bound bound, Ports ports, double room) {
    this.bound = bound;
    this.room = room;
    this.sums = new double[bound.directions().size()];
    Map<Integer, List<Double>> adds = new HashMap<>();
    for (Load load : bound.loads()) {
      if (!ports.evses().get(load.port()).lockedOff()) {
        List<Double> its = adds.computeIfAbsent(load.port(), _ -> zeros(sums.length));
        double more = load.factor() * Evse.PILOT_FLOOR_MILLIAMPS;
        its.set(load.direction(), its.get(load.direction()) + more);
      }
    }
    adds.values().forEach(its -> kinds.computeIfAbsent(its, Kind::new).left++);
  }

  static int count(Bound bound, Ports ports, double roomMilliamps) {
    return new MayKeep(bound, ports, roomMilliamps).count();
  }

  private int count() {
    int count = 0;
    Optional<Kind> next = least();
    while (next.isPresent() && carriedWith(next.get()) <= room + 1e-3) {
      next.get().addTo(sums, 1);
      next.get().left--;
      count++;
      next = least();
    }
    return count;
  }

  private Optional<Kind> least() {
    Optional<Kind> least = Optional.empty();
    for (Kind kind : kinds.values()) {
      if (kind.left > 0 && least.filter(it -> carriedWith(it) <= carriedWith(kind)).isEmpty()) {
        least = Optional.of(kind);
      }
    }
    return least;
  }

  private double carriedWith(Kind kind) {
    kind.addTo(sums, 1);
    double carried = bound.carried(sums);
    kind.addTo(sums, -1);
    return carried;
  }

  private static List<Double> zeros(int size) {
    List<Double> zeros = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      zeros.add(0.0);
    }
    return zeros;
  }
}
