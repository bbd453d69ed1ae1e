package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.Authorize;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.DataTransfer;
import dev.headroom.gateway.core.ocpp16.DataTransferStatus;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
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
    int id = line.start(1);
    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(id));
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
                Integer.toString(id),
                OptionalLong.of(5100),
                Optional.of(line.now()),
                line.now(),
                Optional.of("Local")));
  }

  @Test
  void aStartSentAgainIsTheSameTransaction() {
    StartTransaction.Req start = line.startRequest(1);
    var first = line.call(start);
    line.pass(Duration.ofSeconds(40));
    assertThat(line.call(start)).isEqualTo(first);
    line.stop(((StartTransaction.Conf) first).transactionId());
    assertThat(line.call(start)).isEqualTo(first);

    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
    assertThat(line.counted(GatewayEvent.REPEATED_TRANSACTION_MESSAGE)).isEqualTo(2);
  }

  @Test
  void aStopSentAgainEndsNothingMore() {
    int first = line.start(1);
    line.stop(first);
    line.pass(Duration.ofSeconds(1));
    int second = line.start(1);
    line.stop(first);

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(Integer.toString(second));
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  @Test
  void aStopOfAnUnknownTransactionIsPassedOn() {
    line.stop(4711);

    assertThat(line.counted(GatewayEvent.UNKNOWN_TRANSACTION)).isEqualTo(1);
    assertThat(line.effects(Effect.SessionEnded.class))
        .extracting(Effect.SessionEnded::transactionId)
        .containsExactly("4711");
  }

  @Test
  void anotherStartOnTheConnectorEndsTheTransactionBefore() {
    int first = line.start(1);
    line.pass(Duration.ofMinutes(1));
    int second = line.start(1);

    assertThat(second).isNotEqualTo(first);
    assertThat(line.effects(Effect.SessionEnded.class))
        .singleElement()
        .satisfies(ended -> assertThat(ended.reason()).contains("Superseded"));
  }

  @Test
  void aConnectorOfNoSiteIsRefusedAndCounted() {
    StartTransaction.Conf answer = (StartTransaction.Conf) line.call(line.startRequest(3));
    line.status(1_634_030_126, ChargePointStatus.Available);
    line.measure(7, "10");

    assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.Invalid);
    assertThat(line.counted(GatewayEvent.UNKNOWN_CONNECTOR)).isEqualTo(3);
    assertThat(line.effects(Effect.SessionStarted.class)).isEmpty();
  }

  @Test
  void aSessionStartsUnderTheBaseProfileAndDropsItsLiveOneAtTheEnd() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 6000);
    int id = line.start(1);
    assertThat(charger.profile(1, ChargingProfilePurpose.TxProfile)).isEmpty();
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);

    line.allocate(2, 20_000);
    assertThat(charger.profile(1, ChargingProfilePurpose.TxProfile).orElseThrow().transactionId())
        .hasValue(id);

    line.stop(id);
    charger.endTransaction(1);
    line.allocate(3, 6000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(charger.profile(1, ChargingProfilePurpose.TxProfile)).isEmpty();
  }

  @Test
  void theNextSessionIsToldItsLimitAnew() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 20_000);
    int first = line.start(1);
    line.stop(first);
    charger.endTransaction(1);
    line.pass(Duration.ofSeconds(1));
    int second = line.start(1);

    assertThat(charger.profile(1, ChargingProfilePurpose.TxProfile).orElseThrow().transactionId())
        .hasValue(second);
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void theStatusTellsWhetherTheVehicleWantsCurrent() {
    line.start(1);
    assertThat(wants()).isTrue();
    line.status(1, ChargePointStatus.SuspendedEV);
    assertThat(wants()).isFalse();
    line.status(1, ChargePointStatus.SuspendedEVSE);
    assertThat(wants()).isTrue();
    line.status(1, ChargePointStatus.Finishing);
    assertThat(wants()).isFalse();
    line.status(1, ChargePointStatus.Charging);
    line.status(1, ChargePointStatus.Faulted);
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
    assertThat(charger.profile(1, ChargingProfilePurpose.TxProfile).orElseThrow().transactionId())
        .hasValue(42);
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
    line.status(1, ChargePointStatus.Available);
    assertThat(line.state().session()).isEmpty();

    line.call(values(98));
    assertThat(line.state().session()).as("nobody is there").isEmpty();
  }

  @Test
  void aTransactionThatWasStartedStaysUntilItIsStopped() {
    int id = line.start(1);
    line.status(1, ChargePointStatus.Available);
    assertThat(wants()).isFalse();

    line.stop(id);
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  @Test
  void meterValuesThatTrailAStopReviveNothing() {
    int id = line.start(1);
    line.stop(id);
    line.call(values(id));

    assertThat(line.state().session()).isEmpty();
  }

  @Test
  void registersOfEnergyAreRecorded() {
    int id = line.start(1);
    line.measure(
        1, line.now(), Line.value("1.5", "Energy.Active.Import.Register", Optional.empty(), "kWh"));

    assertThat(line.effects(Effect.EnergyRegister.class))
        .containsExactly(
            new Effect.EnergyRegister("demo-1", "bay-1", Integer.toString(id), 1500, line.now()));
  }

  @Test
  void authorizesAllAndKnowsNoVendor() {
    assertThat(line.call(new Authorize.Req("anyone")))
        .isEqualTo(new Authorize.Conf(IdTagInfo.of(AuthorizationStatus.Accepted)));
    assertThat(line.call(new DataTransfer.Req("acme", Optional.empty(), Optional.empty())))
        .isEqualTo(new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, Optional.empty()));
  }

  private boolean wants() {
    return line.state().session().orElseThrow().wantsCurrent();
  }

  private MeterValues.Req values(int transactionId) {
    return new MeterValues.Req(
        1,
        OptionalInt.of(transactionId),
        List.of(new MeterValue(line.now(), List.of(Line.current("6", Optional.empty())))));
  }
}
