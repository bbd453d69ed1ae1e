package dev.headroom.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.session.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a socket hears of its site, its limits and its lease. */
class SiteBookTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final int PARTITIONS = 8;
  private static final int PARTITION = SitePartitioner.partitionOf("site-1", PARTITIONS);

  private final List<GatewayEvent> counted = new ArrayList<>();
  private final List<Input> heard = new ArrayList<>();
  private final SiteBook book =
      new SiteBook(Duration.ofMinutes(10), Duration.ofSeconds(30), PARTITIONS, counted::add);

  @Test
  void tellsASocketThatOpensItsSiteItsLeaseAndItsNewestAllocation() {
    book.allocation(allocation(5, 1));
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    book.lease(lease(OptionalLong.of(5), NOW), 9, NOW);
    attach();
    assertThat(heard).hasSize(3);
    assertThat(opened().site()).isPresent();
    assertThat(heard.get(1))
        .isEqualTo(new Input.Leased(new SitePermission.Held(NOW.plus(LEASE), NOW)));
    assertThat(heard.get(2)).isEqualTo(new Input.Allocated(allocation(5, 1)));
  }

  @Test
  void opensWithoutASiteAndTellsItWhenItComesAndWhenItGoes() {
    attach();
    assertThat(opened().site()).isEmpty();
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    assertThat(((Input.SiteChanged) heard.get(1)).site()).isPresent();
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    assertThat(heard).hasSize(3);
    book.site("site-1", Optional.empty(), 1, NOW);
    assertThat(heard.getLast()).isEqualTo(new Input.SiteChanged(Optional.empty()));
  }

  @Test
  void dropsAndCountsAnAllocationOfAnEarlierOwner() {
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    attach();
    book.allocation(allocation(5, 2));
    book.allocation(allocation(4, 900));
    book.allocation(allocation(5, 1));
    assertThat(heard).contains(new Input.Allocated(allocation(5, 2)));
    assertThat(heard).doesNotContain(new Input.Allocated(allocation(4, 900)));
    assertThat(counted)
        .containsExactly(GatewayEvent.OLDER_ALLOCATION, GatewayEvent.OLDER_ALLOCATION);
  }

  /** It slept, and writes on before it learns that its partition is another's. */
  @Test
  void dropsTheNewestAllocationOfAnOwnerThatAnotherHasReplaced() {
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    book.lease(lease(OptionalLong.of(4), NOW), 8, NOW);
    attach();
    book.allocation(allocation(4, 1));
    book.lease(lease(OptionalLong.empty(), NOW), 9, NOW);
    book.allocation(allocation(4, 2));
    assertThat(heard).contains(new Input.Allocated(allocation(4, 1)));
    assertThat(heard).doesNotContain(new Input.Allocated(allocation(4, 2)));
    assertThat(counted).containsExactly(GatewayEvent.OLDER_ALLOCATION);
    book.allocation(allocation(9, 0));
    assertThat(heard.getLast()).isEqualTo(new Input.Allocated(allocation(9, 0)));
  }

  /** A gateway that starts reads limits of before the take-over first: they are in order. */
  @Test
  void keepsWhatAFormerOwnerIssuedBeforeAnotherOpenedThePartition() {
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    book.allocation(allocation(4, 1));
    book.lease(lease(OptionalLong.of(9), NOW), 12, NOW);
    attach();
    assertThat(heard).contains(new Input.Allocated(allocation(4, 1)));
  }

  @Test
  void tellsWhenTheLeaseRunsOutAndIgnoresTheRenewalsOfAnEarlierOwner() {
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    book.lease(lease(OptionalLong.empty(), NOW), 7, NOW);
    attach();
    book.tick(NOW);
    book.lease(lease(OptionalLong.of(6), NOW.plusSeconds(9)), 8, NOW.plusSeconds(9));
    book.tick(NOW.plus(LEASE));
    assertThat(heard.getLast()).isEqualTo(new Input.Leased(new SitePermission.CutOnly()));
  }

  @Test
  void believesTheEarlierOfTheTwoClocks() {
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    book.lease(lease(OptionalLong.of(7), NOW.minusSeconds(60)), 8, NOW);
    attach();
    assertThat(heard.get(1)).isEqualTo(new Input.Leased(new SitePermission.CutOnly()));
  }

  @Test
  void aStationThatTwoSitesClaimIsInNeither() {
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    book.site("site-2", Optional.of(siteNamed("site-2", "CP-1")), 1, NOW);
    attach();
    assertThat(opened().site()).isEmpty();
    book.site("site-2", Optional.empty(), 1, NOW);
    assertThat(heard.stream().filter(Input.SiteChanged.class::isInstance)).hasSize(1);
  }

  @Test
  void aSocketThatComesLateDoesNotTakeTheNewerOnesPlace() {
    attach();
    List<Input> late = new ArrayList<>();
    book.attach("CP-1", Optional.empty(), List.of(), Map.of(), late::add, () -> false, NOW);
    book.site("site-1", Optional.of(site("CP-1")), 1, NOW);
    assertThat(late).isEmpty();
    assertThat(heard).hasSizeGreaterThan(1);
  }

  /** S2: the others make room before an idle charger may begin with more. */
  @Test
  void aHigherFallbackComesIntoForceWhenRoomWasMadeForIt() {
    Site charging = site("CP-1");
    Evse bay = charging.evses().getFirst();
    Site pausing = with(charging, bay.with(new Output.Ac(32_000, 6_000, 0)));
    book.site("site-1", Optional.of(pausing), 1, NOW);
    attach();
    book.site("site-1", Optional.of(charging), 2, NOW);
    book.tick(NOW);
    assertThat(fallbackTold()).isZero();
    book.site("site-1", Optional.of(charging), 2, NOW);
    book.allocation(giving(1, 0));
    book.tick(NOW);
    assertThat(fallbackTold()).as("no room yet").isZero();
    book.allocation(giving(2, 6_000));
    book.tick(NOW);
    assertThat(fallbackTold()).isEqualTo(6_000);
  }

  private static Allocation giving(long sequence, int milliamps) {
    EvseLimit limit =
        new EvseLimit("evse-1", milliamps, Reason.of(Reason.Kind.IDLE), OptionalLong.of(1));
    return new Allocation("site-1", new Revision(5, sequence), 2, NOW, List.of(limit), List.of());
  }

  private int fallbackTold() {
    return heard.reversed().stream()
        .filter(Input.SiteChanged.class::isInstance)
        .map(it -> ((Input.SiteChanged) it).site().orElseThrow().evses().getFirst())
        .findFirst()
        .orElseThrow()
        .fallbackMilliamps();
  }

  private static Site with(Site site, Evse evse) {
    return new Site(site.name(), site.supply(), site.control(), site.circuits(), List.of(evse));
  }

  private void attach() {
    book.attach("CP-1", Optional.empty(), List.of(), Map.of(), heard::add, () -> true, NOW);
  }

  private Input.Opened opened() {
    return (Input.Opened) heard.getFirst();
  }

  private static OwnerLease lease(OptionalLong epoch, Instant renewedAt) {
    return new OwnerLease(PARTITION, epoch, "owner", renewedAt, LEASE);
  }

  private static Allocation allocation(long epoch, long sequence) {
    return new Allocation("site-1", new Revision(epoch, sequence), 1, NOW, List.of(), List.of());
  }

  private static Site site(String station) {
    return siteNamed("site-1", station);
  }

  private static Site siteNamed(String name, String station) {
    Circuit service =
        new Circuit(
            "service",
            Optional.empty(),
            100_000,
            800,
            EnumSet.allOf(Phase.class),
            Optional.empty(),
            Optional.empty());
    Evse evse =
        new Evse(
            "evse-1",
            "service",
            40_000,
            new StationAddress(station, 1),
            new Wiring.ThreePhase(Phase.L1),
            32_000,
            6_000,
            6_000,
            true,
            0,
            1,
            Optional.empty(),
            false);
    return new Site(
        name,
        Supply.of("400Y/230"),
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
        List.of(service),
        List.of(evse));
  }
}
