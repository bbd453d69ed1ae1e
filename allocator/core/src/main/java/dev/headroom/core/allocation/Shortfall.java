package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.SiteTree;
import java.util.List;

/**
 * What a programme asked for and did not get: how far the site is above its ceiling, because the
 * base load alone is, or because the ceiling keeps the floors of the EVSEs. A silent meter counts
 * at the base load assumed and all that EVSEs may draw (S3).
 */
final class Shortfall {

  private Shortfall() {}

  /** Watts above the ceiling that is missed by the most; 0 without one. */
  static long watts(SiteTree tree, List<CircuitLoad> loads, List<InForce> ceilings) {
    Supply supply = tree.site().supply();
    List<CircuitLoad> service =
        loads.stream().filter(load -> load.circuit().equals(tree.root().name())).toList();
    return ceilings.stream()
        .mapToLong(
            ceiling ->
                switch (ceiling.value()) {
                  case Watts(int watts) -> Math.max(0, wattsAbove(0, service, supply) - watts);
                  case Amperes(int most) -> wattsAbove(most, service, supply);
                })
        .max()
        .orElse(0);
  }

  /** The power of what each phase carries above this current. */
  private static long wattsAbove(int milliamps, List<CircuitLoad> loads, Supply supply) {
    return loads.stream()
            .mapToLong(
                load -> (long) supply.volts(load.phase()) * Math.max(0, drawn(load) - milliamps))
            .sum()
        / 1000;
  }

  private static int drawn(CircuitLoad load) {
    return load.measuredMilliamps().orElse(load.baseMilliamps() + load.mostMilliamps());
  }
}
