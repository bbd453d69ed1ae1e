package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.control.WriteBudget;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.model.Models;
import dev.headroom.gateway.core.model.TraitsBuilder;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes wear a charger's memory: what may wait keeps to a budget, what cuts never waits. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class WriteBudgetTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Charger charger;

  WriteBudgetTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void halfOfTheDayIsThereFromMidnightAndTheRestComesWithTheDay() {
    WriteBudget budget = new WriteBudget(Optional.of(100), Written.NOTHING);
    Instant midnight = NOON.minus(Duration.ofHours(12));
    for (int i = 0; i < 50; i++) {
      assertThat(budget.allows(midnight)).isTrue();
      budget.spend(midnight);
    }
    assertThat(budget.allows(midnight)).isFalse();
    assertThat(budget.allows(midnight.plus(Duration.ofMinutes(15)))).isTrue();
    budget.spend(NOON);
    assertThat(budget.written().on(NOON)).isEqualTo(51);
    assertThat(budget.written().on(NOON.plus(Duration.ofHours(12)))).isZero();
  }

  @Test
  void refreshesAndRaisesOfADayStayWithinTheBudget() {
    Line line = Line.charging(charger, budget(40));
    for (int minute = 0; minute < 11 * 60; minute++) {
      line.allocate(minute + 1, 8000 + minute * 30);
      line.pass(Duration.ofMinutes(1));
    }

    assertThat(charger.toldProfiles().stream().filter(this::isLive))
        .hasSizeLessThanOrEqualTo(40)
        .hasSizeGreaterThan(30);
    assertThat(line.counted(GatewayEvent.WRITE_HELD_BACK)).isPositive();
  }

  @Test
  void aCutGoesOutHoweverMuchWasWritten() {
    Line line = Line.charging(charger, budget(4));
    for (int sequence = 1; sequence <= 10; sequence++) {
      line.allocate(sequence, 32_000 - sequence * 1000);
    }

    assertThat(charger.limit(1, line.now())).as("S1").isEqualTo(22_000);
    line.allocate(11, 30_000);
    line.pass(Duration.ofMinutes(1));
    assertThat(charger.limit(1, line.now())).as("a raise waits").isEqualTo(22_000);
    line.allocate(12, 10_000);
    assertThat(charger.limit(1, line.now())).as("S1").isEqualTo(10_000);
  }

  @Test
  void withNothingLeftAChargerFallsToItsFallbackAndIsRaisedAgainTheNextDay() {
    Line line = Line.charging(charger, budget(4));
    line.allocate(1, 20_000);
    line.allocate(2, 19_000);
    line.pass(Duration.ofMinutes(30));
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps())
        .as("counted as if it had not")
        .isEqualTo(19_000);

    line.pass(Duration.ofHours(11).plusMinutes(35));
    assertThat(charger.limit(1, line.now())).isEqualTo(19_000);
  }

  @Test
  void aLimitBelowTheFallbackNeverRisesForWantOfAWrite() {
    Line line = Line.charging(charger, budget(2));
    line.allocate(1, 10_000);
    line.allocate(2, 0);
    for (int minute = 0; minute < 180; minute++) {
      line.pass(Duration.ofMinutes(1));
      assertThat(charger.limit(1, line.now())).as("S5, minute " + minute).isZero();
    }
    assertThat(charger.toldProfiles().stream().filter(this::isLive))
        .as("after the TTL, not half of it")
        .hasSizeLessThan(22);
  }

  @Test
  void whatWasWrittenBeforeThisConnectionCounts() {
    Line line = new Line(charger, SessionSettings.defaults(java.util.Set.of()).with(budget(10)));
    Written before = new Written(NOON.atZone(java.time.ZoneOffset.UTC).toLocalDate(), 20);
    line.take(
        new Input.Opened(
            Optional.of(Sites.oneBay()), Optional.empty(), List.of(), Map.of(1, before)));
    line.boot();
    line.hold(Duration.ofHours(1));
    line.start(1);
    line.allocate(1, 20_000);

    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    assertThat(line.effects(Effect.ProfileWritten.class))
        .contains(new Effect.ProfileWritten(1, new Written(before.day(), 21)));
  }

  private static Models budget(int perDay) {
    return identity -> TraitsBuilder.start().writesPerDay(perDay).proven(true).build();
  }

  private boolean isLive(Profile profile) {
    return profile.transactionId().isPresent();
  }
}
