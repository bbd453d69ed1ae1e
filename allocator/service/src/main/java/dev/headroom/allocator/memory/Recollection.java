package dev.headroom.allocator.memory;

import dev.headroom.allocator.ownership.Claim;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.Resumption;
import dev.headroom.core.site.SiteTree;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a new owner makes of a site's kept control state. It was kept when it last changed; that it
 * held on after that is known from what its owner said later: the lease it renewed, the allocation
 * it issued. What the limits issued since say of an EVSE is taken from them, not from here.
 */
public final class Recollection {

  private static final Logger LOG = LoggerFactory.getLogger(Recollection.class);

  private Recollection() {}

  /** The state to go on with; a fresh one where nothing was kept or nothing of it holds. */
  public static ControlState of(
      Optional<ControlRecord> kept, Claim claim, SiteTree tree, long siteVersion, Instant now) {
    return kept.map(record -> of(record, claim, tree, siteVersion, now)).orElse(ControlState.NONE);
  }

  private static ControlState of(
      ControlRecord kept, Claim claim, SiteTree tree, long siteVersion, Instant now) {
    if (kept.epoch() >= claim.epoch()) {
      LOG.warn(
          "site {}: its state is of epoch {}, ours is {}; it begins anew",
          kept.site(),
          kept.epoch(),
          claim.epoch());
      return ControlState.NONE;
    }
    Instant watched = watchedUntil(kept, claim);
    LOG.info("site {}: goes on with what was watched until {}", kept.site(), watched);
    ControlState state =
        kept.siteVersion() == siteVersion ? kept.state() : kept.state().redefined();
    return new Resumption(tree.site().control().pace(), watched, now).of(state);
  }

  private static Instant watchedUntil(ControlRecord kept, Claim claim) {
    Optional<Instant> leased =
        claim
            .before()
            .filter(before -> before.epoch() == kept.epoch())
            .map(Claim.Predecessor::renewedAt);
    Optional<Instant> issued =
        Optional.ofNullable(claim.issued().get(kept.site()))
            .filter(allocation -> allocation.revision().epoch() == kept.epoch())
            .map(Allocation::at);
    return Stream.of(Optional.of(kept.at()), leased, issued)
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
