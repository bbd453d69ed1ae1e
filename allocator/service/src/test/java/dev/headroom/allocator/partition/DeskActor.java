package dev.headroom.allocator.partition;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.memory.Memories;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.allocation.Allocation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Partition 3's desk with everything around it in our hands: tables, claims, time, outbox. */
final class DeskActor implements Tables, Memories, Outbox {

  static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  record Sent(String key, Optional<LimitsRecord> value) {}

  final List<Sent> limits = new ArrayList<>();
  final List<Arrival> inputs = new ArrayList<>();
  final List<CompletableFuture<Claim>> claims = new ArrayList<>();
  final List<DemandRecord> demand = new ArrayList<>();
  final Map<String, ControlRecord> kept = new HashMap<>();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final PartitionDesk desk;
  CompletableFuture<Set<String>> told = CompletableFuture.completedFuture(Set.of());
  long nanosForEachLook;
  private long nanos;
  int keeps;
  Instant now = START;
  private final Map<String, Optional<SiteRecord>> written = new HashMap<>();
  private final List<Arrival> definitions = new ArrayList<>();

  DeskActor() {
    desk =
        new PartitionDesk(
            3,
            new Fittings(
                this,
                this,
                this,
                partition -> {
                  claims.add(new CompletableFuture<>());
                  return claims.getLast();
                },
                (partition, since) -> told,
                new LeaseTerms("test", Duration.ofSeconds(10), Duration.ofSeconds(1)),
                new AllocatorMetrics(registry, 10, false),
                this::nanos));
  }

  /** A look asks before and after. */
  private long nanos() {
    nanos += nanosForEachLook;
    return nanos;
  }

  @Override
  public Optional<ControlRecord> recall(String site) {
    return Optional.ofNullable(kept.get(site));
  }

  @Override
  public void keep(ControlRecord record) {
    // As it would come back.
    kept.put(record.site(), Codecs.CONTROL_STATE.decode(Codecs.CONTROL_STATE.encode(record)));
    keeps++;
  }

  @Override
  public void forget(String site) {
    kept.remove(site);
  }

  @Override
  public void demand(DemandRecord window) {
    demand.add(window);
  }

  @Override
  public List<Arrival> sites() {
    return definitions;
  }

  @Override
  public List<Arrival> inputsOf(String site) {
    return inputs;
  }

  @Override
  public void limits(String key, Optional<LimitsRecord> value) {
    limits.add(new Sent(key, value));
  }

  @Override
  public void site(String site, Optional<SiteRecord> value) {
    written.put(site, value);
  }

  void givenASite(String site) {
    givenASite(Fixtures.document(site));
  }

  void givenASite(SiteDocument document) {
    definitions.add(defined(document, 1));
  }

  void givenOurs(long epoch, Map<String, Allocation> issued) {
    desk.open(now);
    claims.getFirst().complete(new Claim(3, epoch, issued));
    desk.tick(now);
  }

  static Arrival defined(SiteDocument document, long version) {
    String site = document.site().name();
    return new Arrival.Defined(
        site, Optional.of(new SiteRecord(site, version, Optional.of(document), Optional.empty())));
  }

  void hears(Arrival arrival) {
    desk.accept(arrival, now);
  }

  void propose(String site, String yaml, Instant at) {
    SiteDocument document = Fixtures.parse(yaml);
    hears(
        new Arrival.Proposed(
            new SiteProposal(
                "proposal",
                site,
                OptionalLong.empty(),
                Optional.of(document.definition()),
                document.contentHash(),
                "test",
                false,
                at)));
  }

  /** What was written of a site to its log. */
  Optional<SiteRecord> written(String site) {
    return written.getOrDefault(site, Optional.empty());
  }

  void passes(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusMillis(200);
      desk.tick(now);
    }
  }

  List<Allocation> allocations() {
    return limits.stream()
        .flatMap(sent -> sent.value().stream())
        .filter(LimitsRecord.SiteLimits.class::isInstance)
        .map(value -> ((LimitsRecord.SiteLimits) value).allocation())
        .toList();
  }

  List<Allocation> allocationsOf(String site) {
    return allocations().stream().filter(one -> one.site().equals(site)).toList();
  }

  List<LimitsRecord.OwnerLease> leases() {
    return limits.stream()
        .filter(sent -> sent.key().equals("@owner/3"))
        .flatMap(sent -> sent.value().stream())
        .map(LimitsRecord.OwnerLease.class::cast)
        .toList();
  }
}
