package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.Authorize;
import dev.headroom.gateway.core.ocpp16.DataTransfer;
import dev.headroom.gateway.core.ocpp16.DataTransferStatus;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.SampledValue;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TransactionTest {

  private final Charger charger = new Charger();
  private final Line line = Line.booted(charger, Sites.oneBay());

  @Test
  void startsAndEndsASession() {
    String id = line.start(1);
    assertThat(line.state().session().orElseThrow().id()).isEqualTo(id);
    assertThat(line.effects(Effect.SessionStarted.class))
        .singleElement()
        .satisfies(
            started -> {
              assertThat(started.evse()).isEqualTo("bay-1");
              assertThat(started.transaction().meterStartWattHours()).hasValue(100);
            });

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
    StartTransaction.Req start = startRequest(1);
    var first = line.call(start);
    line.pass(Duration.ofSeconds(40));
    assertThat(line.call(start)).isEqualTo(first);
    line.stop(Integer.toString(((StartTransaction.Conf) first).transactionId()));
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
  void aConnectorOfNoSiteIsRefusedAndCounted() {
    StartTransaction.Conf answer = (StartTransaction.Conf) line.call(startRequest(3));
    line.status(1_634_030_126, Occupancy.FREE);
    line.measure(7, "10");

    assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.Invalid);
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
  void theStatusTellsWhetherTheVehicleWantsCurrent() {
    line.start(1);
    assertThat(wants()).isTrue();
    line.status(1, Occupancy.SUSPENDED_BY_VEHICLE);
    assertThat(wants()).isFalse();
    line.status(1, Occupancy.SUSPENDED_BY_STATION);
    assertThat(wants()).isTrue();
    line.status(1, Occupancy.FINISHING);
    assertThat(wants()).isFalse();
    line.status(1, Occupancy.CHARGING);
    line.status(1, Occupancy.OUT_OF_SERVICE);
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
    line.call(values(99));

    assertThat(line.state().session().orElseThrow().id()).isEqualTo("99");
    assertThat(line.counted(GatewayEvent.ADOPTED_TRANSACTION)).isEqualTo(1);
    assertThat(charger.limit(1, line.now())).isEqualTo(15_000);
  }

  @Test
  void anAdoptedTransactionIsOverWhenTheVehicleHasGone() {
    line.call(values(99));
    line.status(1, Occupancy.FREE);
    assertThat(line.state().session()).isEmpty();

    line.call(values(98));
    assertThat(line.state().session()).as("nobody is there").isEmpty();
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
    line.call(values(Integer.parseInt(id)));

    assertThat(line.state().session()).isEmpty();
  }

  @Test
  void registersOfEnergyAreRecorded() {
    String id = line.start(1);
    line.measure(
        1, line.now(), Line.value("1.5", "Energy.Active.Import.Register", Optional.empty(), "kWh"));

    assertThat(line.effects(Effect.EnergyRegister.class))
        .containsExactly(new Effect.EnergyRegister("demo-1", "bay-1", id, 1500, line.now()));
  }

  @Test
  void authorizesAllAndKnowsNoVendor() {
    assertThat(line.call(new Authorize.Req("anyone")))
        .isEqualTo(new Authorize.Conf(IdTagInfo.of(AuthorizationStatus.Accepted)));
    assertThat(line.call(new DataTransfer.Req("acme", Optional.empty(), Optional.empty())))
        .isEqualTo(new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, Optional.empty()));
  }

  private StartTransaction.Req startRequest(int connectorId) {
    return new StartTransaction.Req(connectorId, "tag", 100, OptionalInt.empty(), line.now());
  }

  private boolean wants() {
    return line.state().session().orElseThrow().wantsCurrent();
  }

  private MeterValues.Req values(int transactionId) {
    return new MeterValues.Req(
        1,
        OptionalInt.of(transactionId),
        List.of(new MeterValue(line.now(), List.of(current("6")))));
  }

  private static SampledValue current(String amperes) {
    return new SampledValue(
        amperes,
        Optional.empty(),
        Optional.empty(),
        Optional.of("Current.Import"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("A"));
  }
}
