package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.fixture.Words201;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp201.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp201.Authorize;
import dev.headroom.gateway.core.ocpp201.ChargingNeeds;
import dev.headroom.gateway.core.ocpp201.ChargingState;
import dev.headroom.gateway.core.ocpp201.DataTransfer;
import dev.headroom.gateway.core.ocpp201.DataTransferStatus;
import dev.headroom.gateway.core.ocpp201.EnergyTransferMode;
import dev.headroom.gateway.core.ocpp201.IdToken;
import dev.headroom.gateway.core.ocpp201.IdTokenInfo;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeeds;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeedsStatus;
import dev.headroom.gateway.core.ocpp201.TransactionEvent;
import dev.headroom.gateway.core.ocpp201.TransactionEventType;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** OCPP 2.0.1 E01 to E13: transactions as their events tell them. */
class Transaction201Test {

  private final Words201 words = new Words201();
  private final Charger charger = new Charger(OcppVersion.OCPP_2_0_1);
  private final Line line = Line.booted(charger, Sites.oneBay());

  @Test
  void anEventSentAgainIsAnsweredAlikeAndChangesNothing() {
    TransactionEvent.Req start = words.start(1, line.now());
    var first = line.call(start);
    assertThat(line.call(start)).isEqualTo(first);
    TransactionEvent.Req stop = words.stop(words.startedId(start, first), line.now());
    line.call(stop);
    line.call(stop);

    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
    assertThat(line.counted(GatewayEvent.REPEATED_TRANSACTION_MESSAGE)).isEqualTo(2);
  }

  @Test
  void aQueueOfEventsIsRecordedAndDrivesNothing() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 20_000);
    Instant then = line.now().minus(Duration.ofHours(2));
    TransactionEvent.Req start = Words201.offline(words.start(1, then));
    String id = start.transactionInfo().transactionId();
    charger.forgetWhatItHeard();
    line.call(start);
    line.call(Words201.offline(update(id, then.plusSeconds(60), "31")));
    assertThat(line.state().session()).isEmpty();
    assertThat(line.state().measured()).isEmpty();
    assertThat(charger.heard()).isEmpty();

    line.call(Words201.offline(words.stop(id, then.plusSeconds(120))));
    assertThat(line.state().session()).isEmpty();
    assertThat(line.counted(GatewayEvent.OFFLINE_TRANSACTION_EVENT)).isEqualTo(3);
    assertThat(line.effects(Effect.SessionStarted.class))
        .singleElement()
        .satisfies(started -> assertThat(started.transaction().startedAt()).isEqualTo(then));
    assertThat(line.effects(Effect.SessionEnded.class)).hasSize(1);
  }

  @Test
  void anEventIsOfTheQueueByItsAgeToo() {
    line.call(words.start(1, line.now().minusSeconds(90)));

    assertThat(line.state().session()).isEmpty();
    assertThat(line.counted(GatewayEvent.OFFLINE_TRANSACTION_EVENT)).isEqualTo(1);
  }

  @Test
  void aTransactionThatBeganOfflineIsTakenUpWhenItGoesOnNow() {
    line.hold(Duration.ofHours(1));
    line.allocate(1, 20_000);
    TransactionEvent.Req start = Words201.offline(words.start(1, line.now().minusSeconds(300)));
    String id = start.transactionInfo().transactionId();
    line.call(start);
    line.call(update(id, line.now(), "6"));

    assertThat(line.state().session().orElseThrow().id()).isEqualTo(id);
    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
    assertThat(charger.profile(1, ProfilePurpose.TX).orElseThrow().transactionId()).contains(id);
  }

  @Test
  void aTransactionWhoseEvseIsToldLaterStartsThere() {
    TransactionEvent.Req start =
        words.event(
            TransactionEventType.Started,
            "later",
            Optional.empty(),
            line.now(),
            Optional.empty(),
            List.of());
    line.call(start);
    assertThat(line.state().session()).isEmpty();
    line.call(
        words.event(
            TransactionEventType.Updated,
            "later",
            Optional.of(1),
            line.now(),
            Optional.of(ChargingState.Charging),
            List.of()));

    assertThat(line.state().session().orElseThrow().id()).isEqualTo("later");
    assertThat(line.effects(Effect.SessionStarted.class)).hasSize(1);
  }

  @Test
  void aVehicleThatSaysWhatItNeedsIsToldItsLimitAtOnce() {
    line.hold(Duration.ofHours(1));
    line.start(1);
    line.allocate(1, 20_000);
    charger.forgetWhatItHeard();
    ChargingNeeds needs =
        new ChargingNeeds(
            EnergyTransferMode.AC_three_phase,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(line.call(new NotifyEVChargingNeeds.Req(1, OptionalInt.empty(), needs)))
        .isEqualTo(new NotifyEVChargingNeeds.Res(NotifyEVChargingNeedsStatus.Accepted));

    assertThat(charger.toldProfiles()).hasSize(1);
    assertThat(line.call(new NotifyEVChargingNeeds.Req(2, OptionalInt.empty(), needs)))
        .isEqualTo(new NotifyEVChargingNeeds.Res(NotifyEVChargingNeedsStatus.Rejected));
  }

  @Test
  void authorizesAllAndKnowsNoVendor() {
    IdToken anyone = new IdToken("anyone", "ISO14443", Optional.empty());
    assertThat(line.call(new Authorize.Req(anyone, Optional.empty(), Optional.empty())))
        .isEqualTo(new Authorize.Res(new IdTokenInfo(AuthorizationStatus.Accepted)));
    assertThat(line.call(new DataTransfer.Req("acme", Optional.empty(), Optional.empty())))
        .isEqualTo(new DataTransfer.Res(DataTransferStatus.UnknownVendorId));
  }

  private TransactionEvent.Req update(String id, Instant at, String amperes) {
    return words.event(
        TransactionEventType.Updated,
        id,
        Optional.empty(),
        at,
        Optional.of(ChargingState.Charging),
        List.of(new Reading(at, List.of(Line.current(amperes, Optional.empty())))));
  }
}
