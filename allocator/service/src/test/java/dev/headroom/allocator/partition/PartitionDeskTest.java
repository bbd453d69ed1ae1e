package dev.headroom.allocator.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PartitionDeskTest {

  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private record Sent(String key, Optional<LimitsRecord> value) {}

  private final List<Sent> limits = new ArrayList<>();
  private final Map<String, Optional<SiteRecord>> sites = new HashMap<>();
  private final List<Arrival> inputs = new ArrayList<>();
  private final List<CompletableFuture<Claim>> claims = new ArrayList<>();
  private final List<Arrival> definitions = new ArrayList<>();
  private Instant now = START;

  private final PartitionDesk desk =
      new PartitionDesk(
          3,
          new Tables() {
            @Override
            public List<Arrival> sites() {
              return definitions;
            }

            @Override
            public List<Arrival> inputsOf(String site) {
              return inputs;
            }
          },
          new Outbox() {
            @Override
            public void limits(String key, Optional<LimitsRecord> value) {
              limits.add(new Sent(key, value));
            }

            @Override
            public void site(String site, Optional<SiteRecord> value) {
              sites.put(site, value);
            }
          },
          partition -> {
            claims.add(new CompletableFuture<>());
            return claims.getLast();
          },
          new LeaseTerms("test", Duration.ofSeconds(10), Duration.ofSeconds(1)),
          new AllocatorMetrics(new SimpleMeterRegistry(), 10));

  @Test
  void nothingIsIssuedBeforeThePartitionIsOurs() {
    givenASite("oak");
    desk.open(now);
    desk.accept(new Arrival.Metered(Fixtures.reading("oak", 1000, now)), now);
    passes(Duration.ofSeconds(5));

    assertThat(limits).isEmpty();
  }

  @Test
  void everySiteIsIssuedAtTakeOverAndTheLeaseRenewedEverySecond() {
    givenASite("oak");
    givenOurs(7, Map.of());
    passes(Duration.ofSeconds(4));

    assertThat(allocations()).isNotEmpty();
    assertThat(allocations().getFirst().revision().epoch()).isEqualTo(7);
    assertThat(leases()).hasSizeBetween(4, 5);
    assertThat(leases().getLast().epoch()).hasValue(7);
    assertThat(leases().getLast().renewedAt()).isAfter(START.plusSeconds(2));
  }

  @Test
  void aFailedClaimIsMadeAgain() {
    desk.open(now);
    claims.getFirst().completeExceptionally(new IllegalStateException("no broker"));
    passes(Duration.ofSeconds(2));
    assertThat(claims).hasSizeGreaterThan(1);

    claims.getLast().complete(new Claim(3, 9, Map.of()));
    passes(Duration.ofSeconds(1));

    assertThat(leases()).isNotEmpty();
  }

  @Test
  void takeOverWaitsAMomentForTheFirstReading() {
    givenASite("oak");
    givenOurs(7, Map.of());
    passes(Duration.ofMillis(600));
    assertThat(allocations()).isEmpty();

    desk.accept(new Arrival.Metered(Fixtures.reading("oak", 5000, now)), now);

    assertThat(allocations().getFirst().circuits())
        .allSatisfy(load -> assertThat(load.measuredMilliamps()).hasValue(5000));
  }

  @Test
  void withoutReadingsTheWorstCaseIsIssuedSoon() {
    givenASite("oak");
    givenOurs(7, Map.of());
    passes(Duration.ofSeconds(2));

    assertThat(allocations().getFirst().circuits())
        .allSatisfy(load -> assertThat(load.measuredMilliamps()).isEmpty());
  }

  @Test
  void whatAnEarlierOwnerIssuedIsNotRaisedUntilAcknowledgedHere() {
    givenASite("oak");
    inputs.add(new Arrival.Reported(Fixtures.following("oak", "left", 10_000, old(3), now)));
    givenOurs(7, Map.of("oak", issued(new EvseLimit("left", 10_000, Reason.of(Reason.Kind.IDLE)))));
    readEmptyServiceFor(Duration.ofSeconds(30), old(3));
    assertThat(allocations()).isNotEmpty();
    assertThat(allocations())
        .allSatisfy(all -> assertThat(limitOfLeft(all)).isLessThanOrEqualTo(10_000));

    readEmptyServiceFor(Duration.ofSeconds(30), allocations().getLast().revision());

    assertThat(limitOfLeft(allocations().getLast())).isGreaterThan(10_000);
  }

  @Test
  void aSiteIssuedBeforeButNoLongerThereIsTakenBack() {
    givenOurs(7, Map.of("gone", issued()));
    passes(Duration.ofSeconds(1));

    assertThat(limits).contains(new Sent("gone", Optional.empty()));
  }

  @Test
  void aDeletedSiteIsTakenBackAndCountsOnWhenItReturns() {
    givenASite("oak");
    givenOurs(7, Map.of());
    passes(Duration.ofSeconds(2));
    Revision before = allocations().getLast().revision();

    desk.accept(new Arrival.Defined("oak", Optional.empty()), now);
    assertThat(limits.getLast()).isEqualTo(new Sent("oak", Optional.empty()));
    desk.accept(defined("oak", 1), now);
    passes(Duration.ofSeconds(2));

    assertThat(allocations().getLast().revision().isAfter(before)).isTrue();
  }

  @Test
  void proposalsBecomeDefinitionsAndCountOnBeforeTheyAreReadBack() {
    givenOurs(7, Map.of());
    propose("oak", Fixtures.yaml("oak"));
    assertThat(written("oak").orElseThrow().version()).isEqualTo(1);
    propose("oak", Fixtures.yaml("oak").replace("breakerAmps: 100", "breakerAmps: 120"));
    assertThat(written("oak").orElseThrow().version()).isEqualTo(2);

    assertThat(allocations()).as("the log decides what is run").isEmpty();
    desk.accept(new Arrival.Defined("oak", written("oak")), now);
    passes(Duration.ofSeconds(2));

    assertThat(allocations().getFirst().siteVersion()).isEqualTo(2);
  }

  @Test
  void aStateOfAnOlderConnectionIsDropped() {
    givenASite("oak");
    givenOurs(7, Map.of());
    var online = Fixtures.charging("oak", "left", now);
    desk.accept(new Arrival.Reported(inConnection(online, 50, true)), now);
    desk.accept(new Arrival.Reported(inConnection(online, 20, false)), now);
    passes(Duration.ofSeconds(2));

    assertThat(allocations().getLast().limitOf("left").orElseThrow().reason().kind())
        .isNotEqualTo(Reason.Kind.OFFLINE);
  }

  @Test
  void aClosedDeskIsSilent() {
    givenASite("oak");
    desk.open(now);
    desk.close();
    passes(Duration.ofSeconds(3));

    assertThat(limits).isEmpty();
  }

  private void givenASite(String site) {
    definitions.add(defined(site, 1));
  }

  private void givenOurs(long epoch, Map<String, Allocation> issued) {
    desk.open(now);
    claims.getFirst().complete(new Claim(3, epoch, issued));
    desk.tick(now);
  }

  private static Arrival defined(String site, long version) {
    return new Arrival.Defined(
        site,
        Optional.of(
            new SiteRecord(site, version, Optional.of(Fixtures.document(site)), Optional.empty())));
  }

  private void propose(String site, String yaml) {
    var document = Fixtures.parse(yaml);
    desk.accept(
        new Arrival.Proposed(
            new SiteProposal(
                site,
                OptionalLong.empty(),
                Optional.of(document.definition()),
                document.contentHash(),
                "test",
                now)),
        now);
  }

  private Optional<SiteRecord> written(String site) {
    return sites.getOrDefault(site, Optional.empty());
  }

  private void passes(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusMillis(200);
      desk.tick(now);
    }
  }

  private void readEmptyServiceFor(Duration time, Revision acknowledged) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      desk.accept(new Arrival.Metered(Fixtures.reading("oak", 12_000, now)), now);
      desk.accept(
          new Arrival.Reported(Fixtures.following("oak", "left", 10_000, acknowledged, now)), now);
      passes(Duration.ofSeconds(1));
    }
  }

  private static Revision old(long sequence) {
    return new Revision(2, sequence);
  }

  private static Allocation issued(EvseLimit... limits) {
    return new Allocation("oak", old(3), 1, START.minusSeconds(5), List.of(limits), List.of());
  }

  private static EvseState inConnection(EvseState state, long epoch, boolean online) {
    return new EvseState(
        state.site(),
        state.evse(),
        OptionalLong.of(epoch),
        state.at(),
        online,
        state.session(),
        state.acknowledged(),
        state.settled(),
        state.measured(),
        state.baseAccepted(),
        state.fallbackProven(),
        state.disobeys());
  }

  private static int limitOfLeft(Allocation allocation) {
    return allocation.limitOf("left").orElseThrow().limitMilliamps();
  }

  private List<Allocation> allocations() {
    return limits.stream()
        .flatMap(sent -> sent.value().stream())
        .filter(LimitsRecord.SiteLimits.class::isInstance)
        .map(value -> ((LimitsRecord.SiteLimits) value).allocation())
        .toList();
  }

  private List<LimitsRecord.OwnerLease> leases() {
    return limits.stream()
        .filter(sent -> sent.key().equals("@owner/3"))
        .flatMap(sent -> sent.value().stream())
        .map(LimitsRecord.OwnerLease.class::cast)
        .toList();
  }
}
