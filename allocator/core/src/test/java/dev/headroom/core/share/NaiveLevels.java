package dev.headroom.core.share;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How high the ports of one rank stand at a common level, in milliamperes for each weight. A port
 * never falls below its start nor rises above what it asks for; a tenant's ports have together what
 * its weight gives it, those that have stopped included.
 */
final class NaiveLevels {

  private final Claims claims;
  private final List<Integer> sharing;
  private final double[] start;

  NaiveLevels(Claims claims, List<Integer> sharing, double[] start) {
    this.claims = claims;
    this.sharing = List.copyOf(sharing);
    this.start = start;
  }

  /** Above it nobody rises any more. */
  double top() {
    return 1 + sharing.stream().mapToDouble(port -> claims.most()[port]).sum();
  }

  /** Everybody's current at this level, where only some still rise. */
  double[] at(double level, Collection<Integer> rising, double[] currents) {
    Map<Integer, Double> within = new HashMap<>();
    double[] at = currents.clone();
    for (int port : rising) {
      int tenant = claims.tenants().of()[port];
      double own =
          tenant == Tenants.NONE
              ? level
              : within.computeIfAbsent(tenant, it -> levelWithin(it, level, rising, currents));
      at[port] = standing(port, own);
    }
    return at;
  }

  private double levelWithin(
      int tenant, double level, Collection<Integer> rising, double[] currents) {
    List<Integer> ports =
        sharing.stream().filter(it -> claims.tenants().of()[it] == tenant).toList();
    Set<Integer> free = new HashSet<>(rising);
    double share = claims.tenants().weight()[tenant] * level;
    return Bisection.largest(
        top(),
        it -> {
          double together = 0;
          for (int port : ports) {
            together += free.contains(port) ? standing(port, it) : currents[port];
          }
          return together <= share;
        });
  }

  private double standing(int port, double level) {
    return Math.clamp(level * claims.weight()[port], start[port], claims.most()[port]);
  }
}
