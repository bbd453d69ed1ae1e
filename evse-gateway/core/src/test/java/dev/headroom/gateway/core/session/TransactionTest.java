package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions, in whatever version's words. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class TransactionTest {

  private final Charger charger;
  private final Line line;

  TransactionTest(OcppVersion version) {
    charger = new Charger(version);
    line = Line.booted(charger, Sites.oneBay());
  }

  @Test
  void startsAndEndsASession() {
    String id = line.start(1);
    assertThat(line.state().session().orElseThrow().id()).isEqualTo(id);
    assertThat(line.effects(Effect.SessionStarted.class))
        .singleElement()
        .satisfies(
            started -> {
              assertThat(started.evse()).isEqualTo("bay-1");
              assertThat(started.transaction().id()).isEqualTo(id);
              assertThat(started.transaction().idToken()).contains("tag");
              assertThat(started.transaction().meterStartWattHours()).hasValue(100);
            });

    line.pass(Duration.ofSeconds(9));
    line.stop(id);
    assertThat(line.state().session()).isEmpty();
    assertThat(line.effects(Effect.SessionEnded.class))
        .containsExactly(
            new Effect.SessionEnded(
                id,
                OptionalLong.of(5100),
                Optional.of(line.now()),
                line.now(),
                Optional.of("Local")));
  }

  @Test
  void aStartSentAgainIsTheSameTransaction() {
    Request start = line.starting(1);
    var first = line.call(start);
    line.pass(Duration.ofSeconds(40));
    assertThat(line.call(start)).isEqualTo(first);
    line.stop(line.state().session().orElseThrow().id());
    assertThat(line.call(start)).isEqualTo(first);

    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
    assertThat(line.counted(GatewayEvent.REPEATED_TRANSACTION_MESSAGE)).isEqualTo(2);
  }

  @Test
  void aStopSentAgainEndsNothingMore() {
    String first = line.start(1);
    line.stop(first);
    line.pass(Duration.ofSeconds(1));
    String second = line.start(1);
    line.stop(first);

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(second);
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  @Test
  void aStopOfAnUnknownTransactionIsPassedOn() {
    line.stop("4711");

    assertThat(line.counted(GatewayEvent.UNKNOWN_TRANSACTION)).isEqualTo(1);
    assertThat(line.effects(Effect.SessionEnded.class))
        .extracting(Effect.SessionEnded::transactionId)
        .containsExactly("4711");
  }

  @Test
  void anotherStartOnTheConnectorEndsTheTransactionBefore() {
    String first = line.start(1);
    line.pass(Duration.ofMinutes(1));
    String second = line.start(1);

    assertThat(second).isNotEqualTo(first);
    assertThat(line.effects(Effect.SessionEnded.class))
        .singleElement()
        .satisfies(ended -> assertThat(ended.reason()).contains("Superseded"));
  }

  @Test
  void anEvseOfNoSiteIsRefusedAndCounted() {
    assertThat(line.admits(3)).isFalse();
    line.status(1_634_030_126, Occupancy.FREE);
    line.measure(7, "10");

    assertThat(line.counted(GatewayEvent.UNKNOWN_CONNECTOR)).isEqualTo(3);
    assertThat(line.effects(Effect.SessionStarted.class)).isEmpty();
  }

  @Test
  void aSessionStartsUnderTheBaseProfileAndDropsItsLiveOneAtTheEnd() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 6000);
    String id = line.start(1);
    assertThat(charger.profile(1, ProfilePurpose.TX)).isEmpty();
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);

    line.allocate(2, 20_000);
    assertThat(charger.profile(1, ProfilePurpose.TX).orElseThrow().transactionId()).contains(id);

    line.stop(id);
    charger.endTransaction(1);
    line.allocate(3, 6000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(charger.profile(1, ProfilePurpose.TX)).isEmpty();
  }

  @Test
  void theNextSessionIsToldItsLimitAnew() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 20_000);
    String first = line.start(1);
    line.stop(first);
    charger.endTransaction(1);
    line.pass(Duration.ofSeconds(1));
    String second = line.start(1);

    assertThat(charger.profile(1, ProfilePurpose.TX).orElseThrow().transactionId())
        .contains(second);
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void itIsToldWhetherTheVehicleWantsCurrent() {
    line.start(1);
    assertThat(wants()).isTrue();
    line.goOn(1, Occupancy.SUSPENDED_BY_VEHICLE);
    assertThat(wants()).isFalse();
    line.goOn(1, Occupancy.SUSPENDED_BY_STATION);
    assertThat(wants()).isTrue();
    line.goOn(1, Occupancy.FINISHING);
    assertThat(wants()).isFalse();
    line.goOn(1, Occupancy.CHARGING);
    line.goOn(1, Occupancy.OUT_OF_SERVICE);
    assertThat(wants()).isTrue();
  }

  @Test
  void aTransactionOnRecordGoesOnAfterAReconnect() {
    Line again = new Line(charger);
    again.open(
        Optional.of(Sites.oneBay()),
        Optional.empty(),
        new OpenTransaction(
            "42", 1, Optional.of("tag"), OptionalLong.of(100), line.now(), line.now()));
    again.hold(Duration.ofHours(1));
    again.allocate(1, 15_000);
    again.measure(1, "6");

    assertThat(again.state().session().orElseThrow().id()).isEqualTo("42");
    assertThat(charger.profile(1, ProfilePurpose.TX).orElseThrow().transactionId()).contains("42");
    assertThat(again.effects(Effect.SessionStarted.class)).isEmpty();
  }

  @Test
  void aTransactionThatOnlyTheChargerRemembersIsAdopted() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 15_000);
    line.measureIn("99", 1, "6");

    assertThat(line.state().session().orElseThrow().id()).isEqualTo("99");
    assertThat(line.counted(GatewayEvent.ADOPTED_TRANSACTION)).isEqualTo(1);
    assertThat(charger.limit(1, line.now())).isEqualTo(15_000);
  }

  @Test
  void anAdoptedTransactionIsOverWhenTheVehicleHasGone() {
    line.measureIn("99", 1, "6");
    line.status(1, Occupancy.FREE);

    assertThat(line.state().session()).isEmpty();
  }

  @Test
  void aTransactionThatWasStartedStaysUntilItIsStopped() {
    String id = line.start(1);
    line.status(1, Occupancy.FREE);
    assertThat(wants()).isFalse();

    line.stop(id);
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  @Test
  void meterValuesThatTrailAStopReviveNothing() {
    String id = line.start(1);
    line.stop(id);
    line.measureIn(id, 1, "6");

    assertThat(line.state().session()).isEmpty();
  }

  @Test
  void registersOfEnergyAreRecorded() {
    String id = line.start(1);
    line.measure(
        1, line.now(), Line.value("1.5", "Energy.Active.Import.Register", Optional.empty(), "kWh"));

    assertThat(line.effects(Effect.EnergyRegister.class))
        .endsWith(new Effect.EnergyRegister("demo-1", "bay-1", id, 1500, line.now()));
  }

  private boolean wants() {
    return line.state().session().orElseThrow().wantsCurrent();
  }
}
