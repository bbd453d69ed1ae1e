package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.SampledValue;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a charger queued while it was offline is kept, and touches no control. */
class ReplayTest {

  private static final Duration AGO = Duration.ofHours(3);

  private final Charger charger = new Charger();
  private final Line line = Line.booted(charger, Sites.oneBay());

  @BeforeEach
  void allocate() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 20_000);
    line.pass(Duration.ofSeconds(5));
    charger.forgetWhatItHeard();
  }

  @Test
  void whatBeganBeforeTheTransactionThatIsUnderWayIsOverAndNeverTakenUp() {
    String current = line.start(1);
    start(line.now().minus(AGO));
    line.pass(Duration.ofMinutes(5));
    line.stop(current);
    line.pass(Duration.ofMinutes(5));

    assertThat(line.state().session()).isEmpty();
    assertThat(line.effects(Effect.SessionEnded.class))
        .extracting(Effect.SessionEnded::transactionId)
        .containsExactly(current);
  }

  @Test
  void aSessionThatIsOverIsRecordedAndNeverPublished() {
    line.status(1, Occupancy.FREE);
    Instant began = line.now().minus(AGO);
    int id = start(began);
    old(id, began.plusSeconds(600), "4.5");
    line.pass(Duration.ofSeconds(5));
    stop(id, began.plusSeconds(1200));
    line.pass(Duration.ofMinutes(5));

    assertNothingWasControlled();
    assertThat(line.effects(Effect.SessionStarted.class))
        .singleElement()
        .satisfies(started -> assertThat(started.transaction().startedAt()).isEqualTo(began));
    assertThat(line.effects(Effect.EnergyRegister.class)).hasSize(1);
    assertThat(line.effects(Effect.SessionEnded.class))
        .singleElement()
        .satisfies(ended -> assertThat(ended.at()).isEqualTo(began.plusSeconds(1200)));
  }

  @Test
  void aLongQueueOfASessionThatIsOverDrivesNothingWhileAnotherVehicleMayBeThere() {
    line.status(1, Occupancy.CHARGING);
    Instant began = line.now().minus(AGO);
    int id = start(began);
    for (int i = 1; i <= 10; i++) {
      line.pass(Duration.ofSeconds(10));
      old(id, began.plusSeconds(60L * i), "4.5");
    }
    stop(id, began.plusSeconds(1200));

    assertNothingWasControlled();
  }

  @Test
  void aSessionThatGoesOnIsTakenUpWhenTheQueueIsThrough() {
    line.status(1, Occupancy.CHARGING);
    int id = start(line.now().minus(AGO));
    line.pass(Duration.ofSeconds(10));
    assertThat(line.state().session()).isEmpty();

    line.pass(Duration.ofSeconds(6));
    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(id));
    assertThat(charger.profile(1, ProfilePurpose.TX).orElseThrow().transactionId())
        .contains(Integer.toString(id));
    stop(id, line.now());
    assertThat(line.state().session()).isEmpty();
    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
  }

  @Test
  void aSessionThatGoesOnIsTakenUpAtOnceByWhatIsMeasuredNow() {
    line.status(1, Occupancy.CHARGING);
    int id = start(line.now().minus(AGO));
    old(id, line.now(), "4.5");

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(id));
  }

  @Test
  void aSessionStaysAsideWhileNoVehicleIsThere() {
    line.status(1, Occupancy.FREE);
    start(line.now().minus(AGO));
    line.pass(Duration.ofMinutes(10));

    assertNothingWasControlled();
  }

  @Test
  void aWholeNightComesInAndOnlyTheLastSessionGoesOn() {
    line.status(1, Occupancy.CHARGING);
    Instant night = line.now().minus(AGO);
    int first = start(night);
    stop(first, night.plusSeconds(600));
    int second = start(night.plusSeconds(1200));
    int third = start(night.plusSeconds(2400));
    line.pass(Duration.ofSeconds(20));

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(third));
    assertThat(line.effects(Effect.SessionEnded.class))
        .extracting(Effect.SessionEnded::transactionId, Effect.SessionEnded::reason)
        .containsExactly(
            tuple(Integer.toString(first), Optional.of("Local")),
            tuple(Integer.toString(second), Optional.of("Superseded")));
  }

  @Test
  void aStopThatComesAfterItWasConcludedIsStillRecordedOnce() {
    line.status(1, Occupancy.CHARGING);
    int first = start(line.now());
    line.pass(Duration.ofMinutes(1));
    start(line.now());
    stop(first, line.now());
    stop(first, line.now());

    assertThat(line.effects(Effect.SessionEnded.class))
        .extracting(Effect.SessionEnded::reason)
        .containsExactly(Optional.of("Superseded"), Optional.of("Local"));
    assertThat(line.counted(GatewayEvent.REPEATED_TRANSACTION_MESSAGE)).isEqualTo(1);
    assertThat(line.state().session()).isPresent();
  }

  @Test
  void aReplayThatIsOlderThanTheSessionUnderWayLeavesItAlone() {
    line.status(1, Occupancy.CHARGING);
    int running = start(line.now());
    Instant began = line.now().minus(AGO);
    int over = start(began);
    line.pass(Duration.ofMinutes(5));
    stop(over, began.plusSeconds(60));

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(running));
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  @Test
  void aClockThatWasNeverSetMakesNoReplay() {
    line.status(1, Occupancy.CHARGING);
    int id = start(Instant.parse("1970-01-01T00:03:00Z"));

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(id));
  }

  @Test
  void aReplayThatIsRepeatedIsTheSameTransaction() {
    line.status(1, Occupancy.FREE);
    Instant began = line.now().minus(AGO);
    int id = start(began);
    assertThat(start(began)).isEqualTo(id);
    stop(id, began.plusSeconds(60));
    assertThat(start(began)).isEqualTo(id);
    stop(id, began.plusSeconds(60));

    assertNothingWasControlled();
    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  private void assertNothingWasControlled() {
    assertThat(line.effects(Effect.PublishState.class))
        .noneMatch(published -> published.state().session().isPresent());
    assertThat(charger.heard()).isEmpty();
  }

  private int start(Instant at) {
    return ((StartTransaction.Conf)
            line.call(new StartTransaction.Req(1, "tag", 1000, OptionalInt.empty(), at)))
        .transactionId();
  }

  private void stop(int id, Instant at) {
    line.call(
        new StopTransaction.Req(
            Optional.of("tag"), 6000, at, id, Optional.of("Local"), Optional.empty()));
  }

  private void old(int id, Instant at, String kiloWattHours) {
    SampledValue register =
        new SampledValue(
            kiloWattHours,
            Optional.empty(),
            Optional.empty(),
            Optional.of("Energy.Active.Import.Register"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("kWh"));
    line.call(
        new MeterValues.Req(1, OptionalInt.of(id), List.of(new MeterValue(at, List.of(register)))));
  }
}
