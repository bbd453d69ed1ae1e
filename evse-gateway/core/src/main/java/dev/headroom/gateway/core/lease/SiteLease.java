package dev.headroom.gateway.core.lease;

import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The allocator's lease of one site, over all its stations and sockets (S5). Feed it the owner's
 * renewals and every {@link EvseState} of the site; it says what may be sent. Not thread-safe.
 */
public final class SiteLease {

  /** States are published every 10 s at least: one older than this is of a gateway that died. */
  private static final Duration STATE_HOLDS = Duration.ofSeconds(30);

  private final Duration longestTail;
  private final Map<String, EvseState> states = new HashMap<>();
  private Site site;
  private Instant heldSince;
  private Instant lostAt;
  private boolean allCut;

  /**
   * Nothing is held yet.
   *
   * @param longestTail 2 × the site's longest TTL + clock margin
   * @param since when this gateway began to look after the site
   */
  public SiteLease(Site site, Duration longestTail, Instant since) {
    this.site = site;
    this.longestTail = longestTail;
    this.heldSince = since;
    this.lostAt = since;
  }

  /**
   * An owner record arrived. The lease holds for {@code lease} from the earlier of the two clocks;
   * a record older than one already seen changes nothing.
   */
  public void renewed(Instant receivedAt, Instant renewedAt, Duration lease) {
    Instant from = receivedAt.isBefore(renewedAt) ? receivedAt : renewedAt;
    Instant until = from.plus(lease);
    if (until.isAfter(lostAt)) {
      heldSince = receivedAt.isBefore(lostAt) ? heldSince : receivedAt;
      lostAt = until;
      allCut = false;
    }
  }

  /** A state of one of the site's EVSEs, from this gateway or another. */
  public void accept(EvseState state) {
    EvseState known = states.get(state.evse());
    if (known == null || !state.at().isBefore(known.at())) {
      states.put(state.evse(), state);
    }
  }

  /** The site has another definition; the lease stands as it stood. */
  public void redefined(Site next) {
    site = next;
  }

  /** What may be sent now. Once rises to the fallback are let go they stay so until a renewal. */
  public SitePermission at(Instant now) {
    if (now.isBefore(lostAt)) {
      return new SitePermission.Held(lostAt, heldSince);
    }
    allCut =
        allCut
            || !now.isBefore(lostAt.plus(longestTail))
            || site.evses().stream().allMatch(evse -> hasCut(evse, now));
    return allCut ? new SitePermission.Fallback() : new SitePermission.CutOnly();
  }

  /**
   * Acknowledged, settled and measured at its fallback or below, or idle under its base profile.
   */
  private boolean hasCut(Evse evse, Instant now) {
    if (evse.lockedOff()) {
      return true;
    }
    EvseState state = states.get(evse.name());
    if (state == null || !state.online() || state.at().plus(STATE_HOLDS).isBefore(now)) {
      return false;
    }
    if (state.session().isEmpty()) {
      return state.baseAccepted();
    }
    Optional<Acknowledgement> acknowledged = state.acknowledged();
    return acknowledged.isPresent()
        && acknowledged.get().limitMilliamps() <= evse.fallbackMilliamps()
        && state.settled().equals(acknowledged.map(Acknowledgement::revision))
        && !state.disobeys();
  }
}
