package dev.headroom.allocator.partition;

import dev.headroom.allocator.metric.SiteLook;
import dev.headroom.core.allocation.Allocation;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at a site brought.
 *
 * @param issue what to issue, if anything
 * @param oldestReadingAt of the readings it rests on, the oldest by its meter's clock
 * @param picture the site as it was seen; empty if it was not looked at
 */
record Look(
    Optional<Allocation> issue, Optional<Instant> oldestReadingAt, Optional<SiteLook> picture) {

  /** Not now. */
  static final Look NONE = new Look(Optional.empty(), Optional.empty(), Optional.empty());
}
