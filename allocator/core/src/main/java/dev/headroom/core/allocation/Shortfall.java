package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import dev.headroom.core.ceiling.Ceilings.InForce;
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
    int volts = tree.site().supply().lineToNeutralVolts();
    int[] milliamps =
        loads.stream()
            .filter(load -> load.circuit().equals(tree.root().name()))
            .mapToInt(
                load ->
                    load.measuredMilliamps().orElse(load.baseMilliamps() + load.mostMilliamps()))
            .toArray();
    return ceilings.stream()
        .mapToLong(
            ceiling ->
                switch (ceiling.value()) {
                  case Watts(int watts) -> Math.max(0, wattsOf(volts, milliamps, 0) - watts);
                  case Amperes(int most) -> wattsOf(volts, milliamps, most);
                })
        .max()
        .orElse(0);
  }

  /** The power of what each phase carries above this current. */
  private static long wattsOf(int volts, int[] milliamps, int above) {
    long sum = 0;
    for (int phase : milliamps) {
      sum += (long) volts * Math.max(0, phase - above);
    }
    return sum / 1000;
  }
}
