package dev.headroom.world.run;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.world.bug.Sabotage;

/** Every owner but the first gives more than an EVSE is rated for: only faults bring a second. */
final class Overbearing implements Sabotage {

  private long firstEpoch;

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    long epoch = allocation.revision().epoch();
    firstEpoch = firstEpoch == 0 ? epoch : firstEpoch;
    return epoch == firstEpoch ? allocation : tooMuch(allocation);
  }

  private static Allocation tooMuch(Allocation allocation) {
    return new Allocation(
        allocation.site(),
        allocation.revision(),
        allocation.siteVersion(),
        allocation.at(),
        allocation.limits().stream().map(Overbearing::tooMuch).toList(),
        allocation.circuits());
  }

  private static EvseLimit tooMuch(EvseLimit limit) {
    return limit.withMilliamps(200_000);
  }
}
