package dev.headroom.allocator.partition;

import dev.headroom.allocator.demand.WindowQueue;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.memory.Memories;
import dev.headroom.allocator.memory.Recollection;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.log.LogScope;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one partition, on one thread: claims it, judges proposals, feeds its sites and issues
 * what they decide, renews the lease. Reads no clock and knows no Kafka.
 */
public final class PartitionDesk {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionDesk.class);

  /** Older readings are a backlog nobody can use; every site calls them stale. */
  private static final Duration BACKLOG = Duration.ofMinutes(2);

  /** Newer readings are acted on at once; others only by the next tick, many at a time. */
  private static final Duration CURRENT = Duration.ofSeconds(2);

  /** Older proposals are history, which a new consumer group would live through once more. */
  private static final Duration HISTORY = Duration.ofMinutes(15);

  /**
   * How long a site that was issued may be unknown to a new owner: a definition may be on its way,
   * all of them when the consumer group is new.
   */
  private static final Duration FOR_DEFINITIONS = Duration.ofSeconds(10);

  /** How long a window that left takes at most to be written. */
  private static final Duration FOR_WINDOWS = Duration.ofSeconds(2);

  private static final Duration PAUSED = Duration.ofSeconds(2);

  private final Tables tables;
  private final Memories memories;
  private final Outbox outbox;
  private final AllocatorMetrics metrics;
  private final LongSupplier nanos;
  private final Tenure tenure;
  private final WindowQueue windows;
  private final Rounds rounds;
  private final SiteLog log = new SiteLog();
  private final Map<String, SiteDesk> desks = new HashMap<>();
  private final Map<String, SiteDesk> retired = new HashMap<>();
  private final Set<String> orphans = new HashSet<>();
  private Instant orphansUntil = Instant.MAX;
  private Optional<Instant> lastTick = Optional.empty();

  public PartitionDesk(int partition, Fittings fittings) {
    tables = fittings.tables();
    memories = fittings.memories();
    outbox = fittings.outbox();
    metrics = fittings.metrics();
    nanos = fittings.nanos();
    tenure = new Tenure(partition, fittings.ownership(), fittings.terms());
    windows = new WindowQueue(partition, fittings.told(), outbox::demand);
    rounds = new Rounds(nanos);
  }

  /** The tables are there: claims the partition. */
  public void open(Instant now) {
    tables.sites().forEach(arrival -> accept(arrival, now));
    tenure.seek(now);
  }

  /** Takes what a record says. */
  public void accept(Arrival arrival, Instant now) {
    switch (arrival) {
      case Arrival.Proposed proposed -> judge(proposed.proposal(), now);
      case Arrival.Defined defined -> {
        if (log.heard(defined.site(), defined.record())) {
          define(defined.site(), now);
        }
      }
      case Arrival.Metered metered -> meter(metered.reading(), now);
      case Arrival.Reported reported -> tell(reported.state().site(), reported, now);
      case Arrival.Asked asked -> tell(asked.ceiling().site(), asked, now);
      case Arrival.Withdrawn withdrawn -> tell(withdrawn.site(), withdrawn, now);
      case Arrival.Nothing nothing -> {}
      case Arrival.Refused refused -> {}
    }
  }

  /** Time has passed. */
  public void tick(Instant now) {
    if (tenure.claim().isEmpty()) {
      tenure.obtained(now).ifPresent(claim -> takeOver(claim, now));
      return;
    }
    noticePause(now);
    takeBackOrphans(now);
    if (!rounds.go(now, desk -> issue(desk, now))) {
      metrics.roundOverran();
    }
    desks.values().forEach(desk -> keep(desk, now));
    windows.tick(now);
    tenure.renewal(now).ifPresent(lease -> outbox.limits(tenure.key(), Optional.of(lease)));
  }

  /** Who stood still may have lost the partition: what it would keep now is its successor's. */
  private void noticePause(Instant now) {
    if (lastTick.filter(last -> last.plus(PAUSED).isBefore(now)).isPresent()) {
      desks.values().forEach(desk -> desk.keepNothingUntil(now.plus(FOR_WINDOWS)));
    }
    lastTick = Optional.of(now);
  }

  /** The partition goes elsewhere; nothing is issued any more. */
  public void close() {
    metrics.sitesChanged(-desks.size());
    desks.keySet().forEach(metrics::forget);
    desks.clear();
    rounds.clear();
  }

  private void takeOver(Claim claim, Instant now) {
    LOG.info(
        "partition {} is ours in epoch {}: {} sites, {} issued before",
        claim.partition(),
        claim.epoch(),
        log.accepted().size(),
        claim.issued().size());
    log.accepted().keySet().forEach(site -> define(site, now));
    windows.open(now);
    orphans.addAll(claim.issued().keySet());
    orphansUntil = now.plus(FOR_DEFINITIONS);
  }

  /** What an earlier owner issued for sites that are no more must not live on under our lease. */
  private void takeBackOrphans(Instant now) {
    if (now.isBefore(orphansUntil)) {
      return;
    }
    orphans.stream()
        .filter(site -> !desks.containsKey(site))
        .forEach(site -> outbox.limits(site, Optional.empty()));
    orphans.clear();
    orphansUntil = Instant.MAX;
  }

  private void judge(SiteProposal proposal, Instant now) {
    try (var _ = about(proposal.site())) {
      judged(proposal, now);
    }
  }

  private void judged(SiteProposal proposal, Instant now) {
    if (proposal.at().isBefore(now.minus(HISTORY)) && log.of(proposal.site()).isPresent()) {
      LOG.info("site {}: a proposal of {} is history", proposal.site(), proposal.at());
      return;
    }
    switch (Proposals.judge(proposal, log.of(proposal.site()))) {
      case Verdict.Written written -> write(written.record());
      case Verdict.Deleted deleted -> {
        LOG.info("site {} is deleted, as {} asks", proposal.site(), proposal.proposedBy());
        log.wrote(proposal.site(), Optional.empty());
        outbox.site(proposal.site(), Optional.empty());
      }
      case Verdict.Unchanged unchanged -> {}
    }
  }

  private void write(SiteRecord site) {
    site.lastRejection()
        .ifPresentOrElse(
            rejection -> {
              metrics.rejected();
              LOG.warn(
                  "site {}: what {} proposes is refused: {}",
                  site.site(),
                  rejection.proposedBy(),
                  rejection.findings());
            },
            () -> LOG.info("site {} is accepted, version {}", site.site(), site.version()));
    log.wrote(site.site(), Optional.of(site));
    outbox.site(site.site(), Optional.of(site));
  }

  private void define(String site, Instant now) {
    if (tenure.claim().isEmpty()) {
      return;
    }
    Optional<SiteRecord> accepted = Optional.ofNullable(log.accepted().get(site));
    if (accepted.isEmpty()) {
      retire(site);
      return;
    }
    try (var _ = about(site)) {
      put(accepted.get(), tenure.claim().get(), now).ifPresent(desk -> decide(desk, now));
    }
  }

  private Optional<SiteDesk> put(SiteRecord accepted, Claim claim, Instant now) {
    Optional<ControlRecord> kept =
        desks.containsKey(accepted.site()) ? Optional.empty() : memories.recall(accepted.site());
    try {
      return Optional.of(put(accepted, claim, kept, now));
    } catch (RuntimeException e) {
      LOG.error("site {}: its definition cannot be run", accepted.site(), e);
      metrics.failed();
      return Optional.empty();
    }
  }

  private SiteDesk put(
      SiteRecord accepted, Claim claim, Optional<ControlRecord> kept, Instant now) {
    String site = accepted.site();
    SiteTree tree = new SiteTree(accepted.accepted().map(SiteDocument::site).orElseThrow());
    SiteDesk known = Optional.ofNullable(retired.remove(site)).orElse(desks.get(site));
    if (known == null) {
      known = begun(tree, accepted, claim, kept, now);
    } else {
      known.redefine(tree, accepted.version());
      metrics.forget(site); // its circuits, meters and EVSEs may be others now
    }
    if (desks.put(site, known) == null) {
      rounds.add(known);
      metrics.sitesChanged(1);
    }
    SiteDesk desk = known;
    tables.inputsOf(site).forEach(input -> desk.accept(input, now));
    return desk;
  }

  private static SiteDesk begun(
      SiteTree tree, SiteRecord accepted, Claim claim, Optional<ControlRecord> kept, Instant now) {
    String site = accepted.site();
    Optional<Allocation> last = Optional.ofNullable(claim.issued().get(site));
    SiteDesk desk = new SiteDesk(tree, accepted.version(), claim.epoch(), last, now);
    desk.resume(Recollection.of(kept, claim, tree, accepted.version(), now));
    return desk;
  }

  /** A desk is kept, so that a site of the same name goes on counting its revisions. */
  private void retire(String site) {
    SiteDesk desk = desks.remove(site);
    if (desk != null) {
      rounds.remove(desk);
      memories.forget(site);
      retired.put(site, desk);
      metrics.sitesChanged(-1);
      metrics.forget(site);
      outbox.limits(site, Optional.empty());
    }
  }

  private void meter(MeterReading reading, Instant now) {
    if (reading.receivedAt().isAfter(now.minus(BACKLOG))) {
      metrics.metered(reading, now);
      tell(reading.site(), new Arrival.Metered(reading), now);
    }
  }

  /** What matters is answered at once; the rest by the next look, which is due by itself. */
  private void tell(String site, Arrival news, Instant now) {
    SiteDesk desk = desks.get(site);
    if (desk == null) {
      return;
    }
    try (var _ = about(site)) {
      if (isWorthALook(desk, news, now)) {
        decide(desk, now);
      }
    }
  }

  private boolean isWorthALook(SiteDesk desk, Arrival news, Instant now) {
    try {
      return desk.accept(news, now) && isCurrent(news, now);
    } catch (RuntimeException e) {
      metrics.failed();
      LOG.error("site {}: cannot take what it was told", desk.site(), e);
      return false;
    }
  }

  /** A backlog is taken in as a whole before anything is made of it. */
  private static boolean isCurrent(Arrival news, Instant now) {
    return switch (news) {
      case Arrival.Metered(MeterReading reading) ->
          reading.receivedAt().isAfter(now.minus(CURRENT));
      case Arrival.Reported(EvseState state) -> state.at().isAfter(now.minus(CURRENT));
      case Arrival.Asked _, Arrival.Withdrawn _ -> true;
      case Arrival.Proposed _, Arrival.Defined _, Arrival.Nothing _, Arrival.Refused _ -> false;
    };
  }

  private void issue(SiteDesk desk, Instant now) {
    try (var _ = about(desk.site())) {
      decide(desk, now);
    }
  }

  /** What is logged about a site says in which epoch we own it. */
  private LogScope about(String site) {
    LogScope about = LogScope.of("site", site);
    return tenure.claim().map(claim -> about.and("epoch", claim.epoch())).orElse(about);
  }

  private void decide(SiteDesk desk, Instant now) {
    boolean failedBefore = desk.failing();
    long began = nanos.getAsLong();
    Look look = desk.look(now);
    Duration took = Duration.ofNanos(nanos.getAsLong() - began);
    if (look.equals(Look.NONE)) {
      return;
    }
    send(look);
    metrics.looked(took);
    if (took.compareTo(Slowness.BUDGET) > 0) {
      metrics.overran();
    }
    send(desk.took(took, now));
    if (desk.failing() && !failedBefore) {
      metrics.failed();
    }
  }

  private void send(Look look) {
    look.issue()
        .ifPresent(
            allocation -> {
              metrics.issued(allocation);
              outbox.limits(
                  allocation.site(),
                  Optional.of(new LimitsRecord.SiteLimits(allocation, look.oldestReadingAt())));
            });
    look.picture().ifPresent(metrics::looked);
  }

  /** A window that just ended leaves first: until it has, its site's state is that before it. */
  private void keep(SiteDesk desk, Instant now) {
    desk.closed().forEach(window -> windows.add(new DemandRecord(desk.site(), window)));
    if (windows.holds(desk.site())) {
      desk.keepNothingUntil(now.plus(FOR_WINDOWS));
    }
    desk.toKeep(now)
        .ifPresent(
            record -> {
              memories.keep(record);
              metrics.kept();
            });
  }
}
