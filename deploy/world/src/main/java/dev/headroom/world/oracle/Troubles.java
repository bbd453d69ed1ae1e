package dev.headroom.world.oracle;

import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Of all faults of a run those that may be felt, as time goes on: a few of hundreds. */
final class Troubles {

  private final List<Fault> all;
  private final Duration longestFelt;
  private final List<Fault> felt = new ArrayList<>();
  private Instant reviewAt = Instant.MIN;
  private int begun;

  /**
   * @param longestFelt nobody asks for one that is over for longer
   */
  Troubles(Faults faults, Duration longestFelt) {
    this.all = faults.all();
    this.longestFelt = longestFelt;
  }

  /** Those that have begun and may still be felt, by their start. Time never goes back. */
  List<Fault> at(Instant now) {
    if (!now.isBefore(reviewAt)) {
      review(now);
    }
    return felt;
  }

  private void review(Instant now) {
    felt.removeIf(fault -> !fault.isFelt(now, longestFelt));
    while (begun < all.size() && !all.get(begun).start().isAfter(now)) {
      felt.add(all.get(begun++));
    }
    reviewAt = begun < all.size() ? all.get(begun).start() : Instant.MAX;
  }
}
