package dev.headroom.world.chronicle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.electrical.Phase;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.oracle.Violation;
import java.time.Duration;

/** What a run is told by. */
public sealed interface Happening {

  record VehicleCame(String evse) implements Happening {}

  record VehicleLeft(String evse) implements Happening {}

  record FaultBegan(Fault fault) implements Happening {}

  record FaultEnded(Fault fault) implements Happening {}

  /** An allocator's instance has claimed the site; its epoch is the claim's offset. */
  record OwnerClaimed(long epoch) implements Happening {}

  /** An allocation has reached the broker. */
  record Issued(Allocation allocation) implements Happening {}

  /** A charger has taken a profile that changed an EVSE's limit. */
  record Obeyed(String evse, int beforeMilliamps, int afterMilliamps) implements Happening {}

  /** A breaker's pole carries more than its rating from now on. */
  record AboveRating(String circuit, Phase phase, int milliamps, int ratingMilliamps)
      implements Happening {}

  /**
   * A breaker's pole carries no more than its rating again.
   *
   * @param above for how long it did
   * @param d its thermal measure now
   */
  record BelowRating(String circuit, Phase phase, Duration above, double d) implements Happening {}

  /** A pole's thermal measure has passed another tenth on its way up. */
  record Hotter(String circuit, Phase phase, double d) implements Happening {}

  /** A judge has seen a rule broken. */
  record RuleBroken(Violation violation) implements Happening {}
}
