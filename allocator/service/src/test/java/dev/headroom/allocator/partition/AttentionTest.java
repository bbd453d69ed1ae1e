package dev.headroom.allocator.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.attention.Attention;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.evse.EvseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is answered at once, what can wait, and that nobody waits for another. Virtual time. */
class AttentionTest {

  private static final Duration MOMENT = Duration.ofMillis(10);

  private final DeskActor actor = new DeskActor();

  /** Oak's left EVSE charges, its meter reads 20 A, and all has come to rest. */
  private void givenOakAtRest() {
    actor.givenASite("oak");
    actor.givenOurs(7, Map.of());
    for (int second = 0; second < 40; second++) {
      reads(20_000);
      actor.allocations().stream()
          .reduce((before, after) -> after)
          .ifPresent(last -> actor.hears(new Arrival.Reported(state(last))));
      actor.passes(Duration.ofSeconds(1));
    }
    actor.now = actor.now.plus(MOMENT);
    actor.limits.clear();
  }

  private EvseState state(Allocation last) {
    int limit = last.limitOf("left").orElseThrow().limitMilliamps();
    return Fixtures.following("oak", "left", Math.min(limit, 10_000), last.revision(), actor.now);
  }

  private void reads(int milliamps) {
    actor.hears(new Arrival.Metered(Fixtures.reading("oak", milliamps, actor.now)));
  }

  private long looks() {
    return actor.registry.get("headroom.allocation").timer().count();
  }

  @Test
  void aStepOfTheBaseLoadIsAnsweredAtOnce() {
    givenOakAtRest();
    reads(75_000);
    assertThat(actor.allocations()).hasSize(1);
  }

  /** 80 A is the limit. */
  @Test
  void whatComesNearTheLimitIsLookedAtAtOnceHoweverSmall() {
    givenOakAtRest();
    reads(79_400);
    long before = looks();
    actor.now = actor.now.plus(MOMENT);
    reads(79_500);
    assertThat(looks()).isEqualTo(before + 1);
    actor.now = actor.now.plus(MOMENT);
    reads(79_450);
    assertThat(looks()).as("less than before").isEqualTo(before + 1);
    actor.now = actor.now.plus(MOMENT);
    reads(80_001);
    actor.now = actor.now.plus(MOMENT);
    reads(80_001);
    assertThat(looks()).as("above").isEqualTo(before + 3);
  }

  /** A hundred readings in two seconds: no look for any of them, and no record. */
  @Test
  void noiseWithinTheDeadBandCostsNothing() {
    givenOakAtRest();
    long before = looks();
    for (int tick = 0; tick < 10; tick++) {
      for (int i = 0; i < 10; i++) {
        actor.now = actor.now.plus(MOMENT);
        reads(20_000 + (i % 2 == 0 ? 200 : -200));
      }
      actor.passes(Duration.ofMillis(200));
    }
    assertThat(looks() - before).as("what time brings").isBetween(1L, 10L);
    assertThat(actor.allocations()).isEmpty();
  }

  /** Noise may hide no drift: each look takes in what was read. */
  @Test
  void aSlowDriftIsSeen() {
    givenOakAtRest();
    for (int step = 0; step < 300; step++) {
      reads(20_000 + step * 200);
      actor.passes(Duration.ofMillis(200));
    }
    assertThat(actor.allocations().getLast().circuits().getFirst().measuredMilliamps().getAsInt())
        .isGreaterThan(75_000);
    assertThat(actor.allocations().getLast().limitOf("left").orElseThrow().limitMilliamps())
        .isLessThan(actor.allocations().getFirst().limitOf("left").orElseThrow().limitMilliamps());
  }

  @Test
  void aStateThatChangesIsLookedAtAtOnceAndASampleLater() {
    givenOakAtRest();
    actor.hears(new Arrival.Reported(Fixtures.charging("oak", "right", actor.now)));
    assertThat(actor.allocations()).hasSize(1);
    actor.now = actor.now.plusMillis(60);
    long before = looks();

    actor.hears(new Arrival.Reported(Fixtures.charging("oak", "right", actor.now)));
    assertThat(looks()).as("began to charge a moment later, it says").isEqualTo(before + 1);
  }

  @Test
  void aCeilingIsAnsweredAtOnce() {
    givenOakAtRest();
    Instant now = actor.now;
    var interval =
        new CeilingInterval(
            now.minusSeconds(1), now.plusSeconds(600), new CeilingValue.Amperes(22_000));
    actor.hears(new Arrival.Asked(new Ceiling("oak", "operator", false, List.of(interval))));
    assertThat(actor.allocations()).hasSize(1);
  }

  @Test
  void aDefinitionIsAnsweredAtOnce() {
    givenOakAtRest();
    var smaller = Fixtures.parse(Fixtures.yaml("oak").replace("Amps: 100", "Amps: 90"));
    actor.hears(DeskActor.defined(smaller, 2));
    assertThat(actor.allocations()).hasSize(1);
    assertThat(actor.allocations().getFirst().siteVersion()).isEqualTo(2);
  }

  private void givenSites(int sites) {
    IntStream.range(0, sites).forEach(i -> actor.givenASite("site-" + i));
    actor.givenOurs(7, Map.of());
  }

  /** 60 ms for each look: two sites have one in a round, and the lease is renewed all the same. */
  @Test
  void whenTimeIsShortSitesHaveTheirLooksInTurn() {
    actor.nanosForEachLook = Duration.ofMillis(60).toNanos();
    givenSites(8);
    actor.passes(Duration.ofSeconds(10));

    for (int i = 0; i < 8; i++) {
      assertThat(actor.allocationsOf("site-" + i)).as("site-" + i).isNotEmpty();
    }
    assertThat(actor.leases()).hasSizeBetween(9, 11);
    assertThat(actor.registry.get("headroom.rounds.unfinished").counter().count()).isPositive();
    assertThat(actor.registry.get("headroom.look.overruns").counter().count()).isZero();
  }

  @Test
  void aSiteThatIsSlowTimeAndAgainFallsBackUntilItIsQuick() {
    givenSites(1);
    actor.nanosForEachLook = Duration.ofSeconds(2).toNanos();
    actor.passes(Duration.ofSeconds(10));

    Allocation last = actor.allocationsOf("site-0").getLast();
    assertThat(last.limits())
        .allSatisfy(limit -> assertThat(limit.reason().kind()).isEqualTo(Reason.Kind.FALLBACK));
    assertThat(actor.registry.get("headroom.allocation.failures").counter().count()).isEqualTo(1);
    assertThat(actor.registry.get("headroom.look.overruns").counter().count()).isEqualTo(3);

    actor.nanosForEachLook = 0;
    actor.passes(Duration.ofSeconds(22));
    assertThat(actor.allocationsOf("site-0").getLast().circuits()).isNotEmpty();
  }

  @Test
  void oneLongLookIsNoReasonToFallBack() {
    givenSites(1);
    actor.passes(Duration.ofSeconds(3));
    actor.nanosForEachLook = Duration.ofSeconds(2).toNanos();
    actor.passes(Attention.AT_REST);
    actor.nanosForEachLook = 0;
    actor.passes(Duration.ofSeconds(3));

    assertThat(actor.registry.get("headroom.allocation.failures").counter().count()).isZero();
    assertThat(actor.registry.get("headroom.look.overruns").counter().count()).isPositive();
  }
}
