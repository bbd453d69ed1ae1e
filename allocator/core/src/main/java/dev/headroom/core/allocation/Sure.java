package dev.headroom.core.allocation;

/**
 * What a conductor carries at the most whatever EVSEs do next: |I| ≤ beyond + |Σ (next − drawn)|. A
 * CT tells a magnitude and no direction, so what EVSEs drew when it measured is not subtracted from
 * it but from what they may draw next (design §6.1).
 *
 * @param beyond milliamperes: what was measured, or the worst-case base load
 * @param drawn what EVSEs certainly drew when that was measured; nothing beside a worst case
 */
record Sure(double beyond, Flows drawn) {

  static Sure worst(double milliamps) {
    return new Sure(milliamps, Flows.NONE);
  }

  /** With EVSEs anywhere up to these currents, none of them below what it certainly drew. */
  double carried(Carrier carrier, Flows most) {
    double[] sums = carrier.sums(most);
    double[] taken = carrier.sums(drawn);
    for (int d = 0; d < sums.length; d++) {
      sums[d] = Math.max(0, sums[d] - taken[d]);
    }
    return beyond + carrier.carried(sums);
  }

  /** Both in one conductor; nobody hangs below both. */
  Sure plus(Sure other) {
    return new Sure(beyond + other.beyond, drawn.plus(other.drawn));
  }
}
