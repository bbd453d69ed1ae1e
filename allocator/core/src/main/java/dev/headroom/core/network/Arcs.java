package dev.headroom.core.network;

import dev.headroom.core.electrical.Phasor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which sets of directions can carry the most together. The largest |Σ| over all choices points
 * somewhere, and consists of exactly the loads that lie within 90° of there; so it is among the
 * sets that a half-plane cuts out as it turns, at most two for each direction.
 */
final class Arcs {

  private Arcs() {}

  static List<Integer> of(List<Phasor> directions) {
    if (directions.size() > 30) {
      throw new IllegalArgumentException("at most 30 directions meet in one conductor");
    }
    int all = (1 << directions.size()) - 1;
    if (noneOpposes(directions)) {
      return List.of(all);
    }
    Set<Integer> arcs = new LinkedHashSet<>();
    for (Phasor direction : directions) {
      // The half-plane changes where its edge passes a direction: look just before and after.
      for (double edge : new double[] {90, -90}) {
        for (double side : new double[] {-1e-3, 1e-3}) {
          arcs.add(within(direction.turned(edge + side), directions));
        }
      }
    }
    arcs.remove(0);
    return List.copyOf(arcs);
  }

  private static boolean noneOpposes(List<Phasor> directions) {
    return directions.stream()
        .allMatch(one -> directions.stream().allMatch(other -> one.dot(other) >= -1e-9));
  }

  private static int within(Phasor towards, List<Phasor> directions) {
    return IntStream.range(0, directions.size())
        .filter(d -> directions.get(d).dot(towards) > 0)
        .reduce(0, (mask, d) -> mask | 1 << d);
  }
}
