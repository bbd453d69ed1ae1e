package dev.headroom.allocator.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PartitionDeskTest {

  private final DeskActor actor = new DeskActor();

  @Test
  void nothingIsIssuedBeforeThePartitionIsOurs() {
    actor.givenASite("oak");
    actor.desk.open(actor.now);
    actor.hears(new Arrival.Metered(Fixtures.reading("oak", 1000, actor.now)));
    actor.passes(Duration.ofSeconds(5));

    assertThat(actor.limits).isEmpty();
  }

  @Test
  void everySiteIsIssuedAtTakeOverAndTheLeaseRenewedEverySecond() {
    actor.givenASite("oak");
    actor.givenASite("elm");
    actor.givenOurs(7, Map.of());
    actor.passes(Duration.ofSeconds(4));

    assertThat(actor.allocationsOf("oak")).isNotEmpty();
    assertThat(actor.allocationsOf("elm")).isNotEmpty();
    assertThat(actor.allocations().getFirst().revision().epoch()).isEqualTo(7);
    assertThat(actor.leases()).hasSizeBetween(4, 5);
    assertThat(actor.leases().getLast().epoch()).hasValue(7);
    assertThat(actor.leases().getLast().renewedAt()).isAfter(DeskActor.START.plusSeconds(2));
  }

  @Test
  void aFailedClaimIsMadeAgain() {
    actor.desk.open(actor.now);
    actor.claims.getFirst().completeExceptionally(new IllegalStateException("no broker"));
    actor.passes(Duration.ofSeconds(2));
    assertThat(actor.claims).hasSizeGreaterThan(1);

    actor.claims.getLast().complete(new Claim(3, 9, Map.of()));
    actor.passes(Duration.ofSeconds(1));

    assertThat(actor.leases()).isNotEmpty();
  }

  @Test
  void takeOverWaitsAMomentForTheFirstReading() {
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    actor.passes(Duration.ofMillis(600));
    assertThat(actor.allocations()).isEmpty();

    actor.hears(new Arrival.Metered(Fixtures.reading("oak", 5000, actor.now)));

    assertThat(actor.allocations().getFirst().circuits())
        .allSatisfy(load -> assertThat(load.measuredMilliamps()).hasValue(5000));
  }

  /** S3. */
  @Test
  void withoutReadingsTheWorstCaseIsIssuedSoon() {
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    actor.passes(Duration.ofSeconds(2));

    assertThat(actor.allocations().getFirst().circuits())
        .allSatisfy(load -> assertThat(load.measuredMilliamps()).isEmpty());
  }

  /** S1 at take-over. */
  @Test
  void whatAnEarlierOwnerIssuedIsNotRaisedUntilAcknowledgedHere() {
    actor.givenASite("oak");
    actor.inputs.add(
        new Arrival.Reported(Fixtures.following("oak", "left", 10_000, old(3), actor.now)));
    actor.givenOurs(
        7, Map.of("oak", issued(new EvseLimit("left", 10_000, Reason.of(Reason.Kind.IDLE)))));
    readAnEmptyService(Duration.ofSeconds(30), old(3));
    assertThat(actor.allocations()).isNotEmpty();
    assertThat(actor.allocations())
        .allSatisfy(all -> assertThat(limitOfLeft(all)).isLessThanOrEqualTo(10_000));

    readAnEmptyService(Duration.ofSeconds(30), actor.allocations().getLast().revision());

    assertThat(limitOfLeft(actor.allocations().getLast())).isGreaterThan(10_000);
  }

  @Test
  void aSiteIssuedBeforeButNoLongerThereIsTakenBack() {
    actor.givenOurs(7, Map.of("gone", issued()));
    actor.passes(Duration.ofSeconds(11));

    assertThat(actor.limits).containsOnlyOnce(new DeskActor.Sent("gone", Optional.empty()));
  }

  @Test
  void aSiteWhoseDefinitionIsReadLateIsNotTakenBack() {
    actor.givenOurs(7, Map.of("oak", issued()));
    actor.passes(Duration.ofSeconds(5));
    actor.hears(DeskActor.defined(Fixtures.document("oak"), 1));
    actor.passes(Duration.ofSeconds(20));

    assertThat(actor.limits).doesNotContain(new DeskActor.Sent("oak", Optional.empty()));
    assertThat(actor.allocationsOf("oak")).isNotEmpty();
  }

  @Test
  void aDeletedSiteIsTakenBackAndCountsOnWhenItReturns() {
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    actor.passes(Duration.ofSeconds(2));
    Revision before = actor.allocations().getLast().revision();

    actor.hears(new Arrival.Defined("oak", Optional.empty()));
    assertThat(actor.limits.getLast()).isEqualTo(new DeskActor.Sent("oak", Optional.empty()));
    actor.hears(DeskActor.defined(Fixtures.document("oak"), 1));
    actor.passes(Duration.ofSeconds(2));

    assertThat(actor.allocations().getLast().revision().isAfter(before)).isTrue();
  }

  @Test
  void aSiteThatCannotBeAllocatedFallsBackAndTheOthersGoOn() {
    actor.givenASite(withoutWorstCase("bad"));
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    actor.passes(Duration.ofSeconds(4));

    assertThat(actor.allocationsOf("bad")).hasSize(1);
    assertThat(actor.allocationsOf("bad").getFirst().limits())
        .allSatisfy(
            limit -> {
              assertThat(limit.limitMilliamps()).isEqualTo(6000);
              assertThat(limit.reason().kind()).isEqualTo(Reason.Kind.FALLBACK);
            });
    assertThat(actor.allocationsOf("oak")).isNotEmpty();
    assertThat(actor.leases().getLast().renewedAt()).isAfter(DeskActor.START.plusSeconds(2));

    actor.hears(DeskActor.defined(Fixtures.document("bad"), 2));
    actor.passes(Duration.ofSeconds(2));

    assertThat(actor.allocationsOf("bad").getLast().circuits()).isNotEmpty();
  }

  @Test
  void proposalsBecomeDefinitionsAndCountOnBeforeTheyAreReadBack() {
    actor.givenOurs(7, Map.of());
    actor.propose("oak", Fixtures.yaml("oak"), actor.now);
    assertThat(actor.written("oak").orElseThrow().version()).isEqualTo(1);
    actor.propose("oak", otherYaml(), actor.now);
    assertThat(actor.written("oak").orElseThrow().version()).isEqualTo(2);

    assertThat(actor.allocations()).as("the log decides what is run").isEmpty();
    actor.hears(new Arrival.Defined("oak", actor.written("oak")));
    actor.passes(Duration.ofSeconds(2));

    assertThat(actor.allocations().getFirst().siteVersion()).isEqualTo(2);
  }

  @Test
  void aNewGroupDoesNotLiveThroughOldProposalsAgain() {
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    actor.propose("oak", otherYaml(), actor.now.minus(Duration.ofHours(1)));

    assertThat(actor.written("oak")).isEmpty();
  }

  @Test
  void aStateOfAnOlderConnectionIsDropped() {
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    EvseState online = Fixtures.charging("oak", "left", actor.now);
    actor.hears(new Arrival.Reported(inConnection(online, 50, true)));
    actor.hears(new Arrival.Reported(inConnection(online, 20, false)));
    actor.passes(Duration.ofSeconds(2));

    assertThat(actor.allocations().getLast().limitOf("left").orElseThrow().reason().kind())
        .isNotEqualTo(Reason.Kind.OFFLINE);
  }

  @Test
  void aClosedDeskIsSilent() {
    actor.givenASite("oak");
    actor.desk.open(actor.now);
    actor.desk.close();
    actor.passes(Duration.ofSeconds(3));

    assertThat(actor.limits).isEmpty();
  }

  private void readAnEmptyService(Duration time, Revision acknowledged) {
    Instant end = actor.now.plus(time);
    while (actor.now.isBefore(end)) {
      actor.hears(new Arrival.Metered(Fixtures.reading("oak", 12_000, actor.now)));
      actor.hears(
          new Arrival.Reported(Fixtures.following("oak", "left", 10_000, acknowledged, actor.now)));
      actor.passes(Duration.ofSeconds(1));
    }
  }

  private static String otherYaml() {
    return Fixtures.yaml("oak").replace("breakerAmps: 100", "breakerAmps: 120");
  }

  /** A metered circuit whose worst case nobody stated: the rules refuse it, older ones may not. */
  private static SiteDocument withoutWorstCase(String name) {
    SiteDocument sound = Fixtures.document(name);
    Site site = sound.site();
    List<Circuit> circuits =
        site.circuits().stream()
            .map(
                circuit ->
                    new Circuit(
                        circuit.name(),
                        circuit.parent(),
                        circuit.breakerMilliamps(),
                        circuit.continuousFactorPermille(),
                        circuit.phases(),
                        circuit.meter(),
                        Optional.empty()))
            .toList();
    return new SiteDocument(
        new Site(name, site.supply(), site.control(), circuits, site.evses()),
        "unsound",
        sound.definition());
  }

  private static Revision old(long sequence) {
    return new Revision(2, sequence);
  }

  private static Allocation issued(EvseLimit... limits) {
    Instant before = DeskActor.START.minusSeconds(5);
    return new Allocation("oak", old(3), 1, before, List.of(limits), List.of());
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
}
