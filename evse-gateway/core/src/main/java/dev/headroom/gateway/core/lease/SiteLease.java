package dev.headroom.gateway.core.lease;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.time.Instant;

/**
 * The allocator's lease of one site, over all its stations and sockets (S5). Feed it the owner's
 * renewals and every {@link EvseState} of the site; it says what may be sent. Not thread-safe.
 */
public final class SiteLease {

  /**
   * Nothing is held yet.
   *
   * @param longestTail 2 × the site's longest TTL + clock margin
   * @param since when this gateway began to look after the site
   */
  public SiteLease(Site site, Duration longestTail, Instant since) {}

  /**
   * An owner record arrived. The lease holds for {@code lease} from the earlier of the two clocks;
   * a record older than one already seen changes nothing.
   */
  public void renewed(Instant receivedAt, Instant renewedAt, Duration lease) {}

  /** A state of one of the site's EVSEs, from this gateway or another. */
  public void accept(EvseState state) {}

  /** What may be sent now. */
  public SitePermission at(Instant now) {
    return new SitePermission.CutOnly();
  }
}
