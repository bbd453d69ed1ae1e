package dev.headroom.core.allocation;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;

/**
 * What a conductor carries at the most whatever EVSEs do next: |I| ≤ beyond + |Σ (next − drawn)|. A
 * CT tells a magnitude and no direction, so what EVSEs drew when it measured is not subtracted from
 * it but from what they may draw next (design §6.1).
 *
 * @param beyond milliamperes: what was measured, or the worst-case base load
 * @param drawn what EVSEs certainly drew when that was measured; nothing beside a worst case
 */
record Sure(double beyond, Flows drawn) {

  static Sure worst(Network network, double milliamps) {
    return new Sure(milliamps, Flows.none(network));
  }

  /** With EVSEs anywhere up to these currents, none of them below what it certainly drew. */
  double carried(Bound bound, Flows most) {
    double[] sums = most.sums(bound);
    double[] taken = drawn.sums(bound);
    for (int d = 0; d < sums.length; d++) {
      sums[d] = Math.max(0, sums[d] - taken[d]);
    }
    return beyond + bound.carried(sums);
  }

  /** Both in one conductor; nobody hangs below both. */
  Sure plus(Network network, Sure other) {
    return new Sure(beyond + other.beyond, drawn.plus(network, other.drawn));
  }

  Sure times(double factor) {
    return new Sure(beyond * factor, drawn);
  }
}
