package dev.headroom.allocator.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.demand.Slices;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** From one owner's desk to the next one's: what goes on, and what does not. Virtual time. */
class HandOverTest {

  /** With a demand cap. */
  private static final SiteDocument OAK =
      Fixtures.parse(
          Fixtures.yaml("oak")
              .replace(
                  "{raiseDelay: 1s}",
                  "{raiseDelay: 1s, demandCap: {kilowatts: 20, window: 15m,"
                      + " burstKilowatts: 40}}"));

  private static final Revision NONE = new Revision(0, 0);

  private final DeskActor first = new DeskActor();

  private void givenOakIsWatched(Duration time) {
    first.givenASite(OAK);
    first.givenOurs(7, Map.of());
    watch(first, 20_000, time);
  }

  /** Both vehicles draw what they were told last; the meter sees that and the base load. */
  private static void watch(DeskActor actor, int baseMilliamps, Duration time) {
    Instant end = actor.now.plus(time);
    while (actor.now.isBefore(end)) {
      Optional<Allocation> last = actor.allocationsOf("oak").stream().reduce((a, b) -> b);
      Revision revision = last.map(Allocation::revision).orElse(NONE);
      int all = baseMilliamps;
      for (String evse : List.of("left", "right")) {
        int limit = last.flatMap(it -> it.limitOf(evse)).map(it -> it.limitMilliamps()).orElse(0);
        all += limit;
        actor.hears(
            new Arrival.Reported(Fixtures.following("oak", evse, limit, revision, actor.now)));
      }
      actor.hears(new Arrival.Metered(Fixtures.reading("oak", all, actor.now)));
      actor.passes(Duration.ofSeconds(1));
    }
  }

  private DeskActor afterIt(Duration unwatched, long epoch) {
    DeskActor next = new DeskActor();
    next.now = first.now.plus(unwatched);
    next.kept.putAll(first.kept);
    next.givenASite(OAK);
    Map<String, Allocation> issued = new HashMap<>();
    first.allocationsOf("oak").forEach(it -> issued.put("oak", it));
    next.desk.open(next.now);
    next.claims
        .getFirst()
        .complete(new Claim(3, epoch, issued, Optional.of(new Claim.Predecessor(7, first.now))));
    next.desk.tick(next.now);
    return next;
  }

  private static ControlState kept(DeskActor actor) {
    return record(actor).state();
  }

  private static ControlRecord record(DeskActor actor) {
    return Optional.ofNullable(actor.kept.get("oak")).orElseThrow();
  }

  private static Map<String, Turn.Place> places(DeskActor actor) {
    Map<String, Turn.Place> places = new HashMap<>();
    kept(actor)
        .memory()
        .evses()
        .forEach((evse, it) -> places.put(evse, it.turn().orElseThrow().place()));
    return places;
  }

  @Test
  void turnsAndEnergyGoOn() {
    givenOakIsWatched(Duration.ofSeconds(100));
    DeskActor second = afterIt(Duration.ofSeconds(3), 9);
    watch(second, 20_000, Duration.ofSeconds(8));

    assertThat(record(second).epoch()).isEqualTo(9);
    assertThat(places(second)).hasSize(2).isEqualTo(places(first));
    assertThat(energySince(second, DeskActor.START))
        .isGreaterThan(energySince(first, DeskActor.START))
        .isLessThan(energySince(first, DeskActor.START) * 2);
  }

  private static long energySince(DeskActor actor, Instant from) {
    Slices slices = kept(actor).memory().demand().window().orElseThrow().slices();
    long slice = slices.length().toMillis();
    long before = Math.max(0, Duration.between(slices.start(), from).toMillis() / slice);
    return slices.millijoules().stream().skip(before).mapToLong(Long::longValue).sum();
  }

  @Test
  void withoutItTheWindowCountsAtTheWorst() {
    givenOakIsWatched(Duration.ofSeconds(100));
    long watched = energySince(first, DeskActor.START.minusSeconds(900));
    Map<String, Turn.Place> before = places(first);
    first.kept.clear();
    DeskActor second = afterIt(Duration.ofSeconds(3), 9);
    watch(second, 20_000, Duration.ofSeconds(8));

    assertThat(energySince(second, DeskActor.START.minusSeconds(900))).isGreaterThan(watched);
    assertThat(places(second).values()).doesNotContainAnyElementsOf(before.values());
  }

  /** S7: who writes late, after the partition was lost, says nothing to the next owner. */
  @Test
  void aStateOfALaterEpochIsNotGoneBy() {
    givenOakIsWatched(Duration.ofSeconds(100));
    DeskActor second = afterIt(Duration.ofSeconds(3), 7);
    watch(second, 20_000, Duration.ofSeconds(8));

    assertThat(places(second).values()).doesNotContainAnyElementsOf(places(first).values());
  }

  @Test
  void afterADwellEverybodyBeginsAnew() {
    givenOakIsWatched(Duration.ofSeconds(100));
    DeskActor second = afterIt(Duration.ofMinutes(16), 9);
    watch(second, 20_000, Duration.ofSeconds(8));

    assertThat(places(second).values()).doesNotContainAnyElementsOf(places(first).values());
  }

  /** Steady, with a cap: its energy every five seconds, and little else. */
  @Test
  void aSteadySiteIsKeptEveryFiveSecondsAtMost() {
    givenOakIsWatched(Duration.ofMinutes(3));
    int before = first.keeps;
    watch(first, 20_000, Duration.ofMinutes(5));

    assertThat(first.keeps - before).isBetween(55, 75);
  }

  @Test
  void aDeletedSiteLeavesNothing() {
    givenOakIsWatched(Duration.ofSeconds(20));
    assertThat(first.kept).containsKey("oak");
    first.hears(new Arrival.Defined("oak", Optional.empty()));
    assertThat(first.kept).isEmpty();
  }

  @Test
  void aWindowIsToldOnceItIsOver() {
    givenOakIsWatched(Duration.ofMinutes(16));

    assertThat(first.demand).hasSize(1);
    DemandRecord told = first.demand.getFirst();
    assertThat(told.window().start()).isEqualTo(DeskActor.START);
    assertThat(told.window().missing()).isLessThan(Duration.ofSeconds(5));
    assertThat(told.window().watts()).isBetween(5_000L, 21_000L);
  }

  /** The first owner dies after it told the window, before it kept that it had. */
  @Test
  void aWindowIsToldOnceThroughATakeOver() {
    givenOakIsWatched(Duration.ofSeconds(901));
    assertThat(first.demand).hasSize(1);
    assertThat(kept(first).metered().map(OpenWindow::start)).hasValue(DeskActor.START);

    DeskActor second = afterItHeardOf(first.demand);
    watch(second, 20_000, Duration.ofMinutes(16));

    assertThat(second.demand).hasSize(1);
    assertThat(second.demand.getFirst().window().start())
        .isEqualTo(DeskActor.START.plus(Duration.ofMinutes(15)));
    assertThat(kept(second).metered().map(OpenWindow::start))
        .hasValue(DeskActor.START.plus(Duration.ofMinutes(30)));
  }

  /** The first owner dies before it told the window. */
  @Test
  void aWindowThatWasNotToldIsToldByTheNext() {
    givenOakIsWatched(Duration.ofSeconds(890));
    DeskActor second = afterItHeardOf(first.demand);
    watch(second, 20_000, Duration.ofSeconds(15));

    assertThat(second.demand).hasSize(1);
    assertThat(second.demand.getFirst().window().start()).isEqualTo(DeskActor.START);
    assertThat(second.demand.getFirst().window().missing()).isLessThan(Duration.ofSeconds(20));
  }

  private DeskActor afterItHeardOf(List<DemandRecord> demand) {
    DeskActor next = new DeskActor();
    next.told =
        CompletableFuture.completedFuture(
            Set.copyOf(demand.stream().map(DemandRecord::identity).toList()));
    next.now = first.now.plusSeconds(3);
    next.kept.putAll(first.kept);
    next.givenASite(OAK);
    next.givenOurs(9, Map.of());
    return next;
  }

  /** What nobody watched is at the worst, and says so. */
  @Test
  void windowsThatNobodyWatchedAreToldAsMissing() {
    givenOakIsWatched(Duration.ofMinutes(10));
    DeskActor second = afterIt(Duration.ofMinutes(40), 9);
    watch(second, 20_000, Duration.ofSeconds(10));

    assertThat(second.demand).hasSize(3);
    assertThat(second.demand.get(0).window().missing())
        .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(315));
    assertThat(second.demand.get(1).window().missing()).isEqualTo(Duration.ofMinutes(15));
    assertThat(second.demand.get(1).window().watts()).isGreaterThan(20_000);
  }
}
