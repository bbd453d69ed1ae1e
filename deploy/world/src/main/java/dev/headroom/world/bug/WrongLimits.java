package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import java.util.List;

/** Limits go out as other ones. */
record WrongLimits(Change change) implements Sabotage {

  private static final int TWO_PILOT_FLOORS = 12_000;

  /** What becomes of a limit. */
  private interface Change {
    int of(int milliamps, long sequence);
  }

  /** Small limits go out as half of what they are, down to what no EVSE can give. */
  static WrongLimits minimumForgotten() {
    return new WrongLimits((limit, _) -> limit >= TWO_PILOT_FLOORS ? limit : limit / 2);
  }

  /** All lines' currents are added up for each of them. */
  static WrongLimits ratingForgotten() {
    return new WrongLimits((limit, _) -> 3 * limit);
  }

  /** Nobody is ever given more than the least. */
  static WrongLimits timid() {
    return new WrongLimits((limit, _) -> Math.min(limit, TWO_PILOT_FLOORS / 2));
  }

  /** Every second time a quarter less. */
  static WrongLimits restless() {
    return new WrongLimits(
        (limit, sequence) ->
            sequence % 2 == 0 ? limit : Math.max(Math.min(limit, 6000), limit * 3 / 4));
  }

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    long sequence = allocation.revision().sequence();
    List<EvseLimit> limits =
        allocation.limits().stream()
            .map(it -> it.withMilliamps(change.of(it.limitMilliamps(), sequence)))
            .toList();
    return new Allocation(
        allocation.site(),
        allocation.revision(),
        allocation.siteVersion(),
        allocation.at(),
        limits,
        allocation.circuits());
  }
}
