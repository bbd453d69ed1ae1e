package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Revision;

/** An owner that was displaced is believed as if it were the newest. */
final class EpochIgnored implements Sabotage {

  /** No owner issues as much: what comes later wins. */
  private static final long AHEAD = 1_000_000;

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    Revision revision = allocation.revision();
    if (revision.epoch() >= newestEpoch) {
      return allocation;
    }
    return new Allocation(
        allocation.site(),
        new Revision(newestEpoch, revision.sequence() + AHEAD),
        allocation.siteVersion(),
        allocation.at(),
        allocation.limits(),
        allocation.circuits());
  }
}
