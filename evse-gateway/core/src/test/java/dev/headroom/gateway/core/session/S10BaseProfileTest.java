package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import dev.headroom.gateway.core.ocpp16.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** S10: a fallback counts only when the charger accepted its base profile since it booted. */
class S10BaseProfileTest {

  private final Charger charger = new Charger();

  @Test
  void installsTheFallbackForEverAndTheWiringRatingAtBoot() {
    Line.booted(charger, Sites.oneBay());

    ChargingProfile base =
        charger.profile(1, ChargingProfilePurpose.TxDefaultProfile).orElseThrow();
    assertThat(base.stackLevel()).isZero();
    assertThat(base.transactionId()).isEmpty();
    assertThat(base.validTo()).isEmpty();
    assertThat(base.chargingSchedule().duration()).isEmpty();
    assertThat(base.chargingProfileKind()).isEqualTo(ChargingProfileKind.Relative);
    assertThat(base.chargingSchedule().startSchedule()).isEmpty();
    assertThat(base.chargingSchedule().chargingSchedulePeriod())
        .containsExactly(new ChargingSchedulePeriod(0, new BigDecimal("6.0"), OptionalInt.of(1)));

    ChargingProfile maximum =
        charger.profile(0, ChargingProfilePurpose.ChargePointMaxProfile).orElseThrow();
    assertThat(maximum.chargingSchedule().chargingSchedulePeriod().getFirst().limit())
        .isEqualByComparingTo("32");
  }

  @Test
  void saysSoOnlyOnceTheChargerAcceptedIt() {
    charger.refuse(ChargingProfilePurpose.TxDefaultProfile);
    Line line = Line.booted(charger, Sites.oneBay());
    line.pass(Duration.ofSeconds(10));

    assertThat(line.state().baseAccepted()).isFalse();
    assertThat(line.state().acknowledged()).isEmpty();
    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).isEqualTo(3);

    charger.behave();
    line.pass(Duration.ofMinutes(11));

    assertThat(line.state().baseAccepted()).isTrue();
  }

  @Test
  void aNewBootIsProvisionedAnew() {
    Line line = Line.booted(charger, Sites.oneBay());
    assertThat(line.state().baseAccepted()).isTrue();

    charger.forgetWhatItHeard();
    charger.fallSilent();
    line.boot();
    assertThat(line.state().baseAccepted()).isFalse();

    charger.behave();
    line.pass(Duration.ofSeconds(40));
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(charger.heard().stream().filter(SetChargingProfile.Req.class::isInstance))
        .hasSize(2);
  }

  @Test
  void anAnswerFromBeforeTheBootCountsForNothing() {
    Line line = new Line(charger);
    line.open(java.util.Optional.of(Sites.oneBay()));
    charger.fallSilent();
    line.boot();
    line.boot();

    line.session()
        .on(
            new Input.Received(
                new dev.headroom.gateway.core.ocpp16.Frame.CallResult(
                    "headroom-1",
                    new dev.headroom.gateway.core.ocpp16.GetConfiguration.Conf(
                        java.util.Optional.empty(), java.util.Optional.empty()))),
            line.now());

    assertThat(line.session().awaited("headroom-2"))
        .contains(dev.headroom.gateway.core.ocpp16.Action.GET_CONFIGURATION);
  }

  @Test
  void neverClearsAProfileInOrderToSetIt() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.allocate(2, 10_000);
    line.boot();
    line.pass(Duration.ofMinutes(30));

    assertThat(charger.heard()).noneMatch(ClearChargingProfile.Req.class::isInstance);
    assertThat(charger.profilesOn(1)).isEqualTo(2);
  }

  @Test
  void onlyAConfiguredModelWithRoomForATailIsProven() {
    assertThat(Line.booted(charger, Sites.oneBay()).state().fallbackProven()).isTrue();
    assertThat(
            Line.booted(new Charger().with("ChargingScheduleMaxPeriods", "1"), Sites.oneBay())
                .state()
                .fallbackProven())
        .isFalse();
    assertThat(
            Line.booted(new Charger().without("ChargingScheduleMaxPeriods"), Sites.oneBay())
                .state()
                .fallbackProven())
        .isFalse();
    Line stranger = new Line(charger, SessionSettings.defaults(java.util.Set.of("Another/Model")));
    stranger.open(java.util.Optional.of(Sites.oneBay())).boot();
    assertThat(stranger.state().fallbackProven()).isFalse();
  }

  @Test
  void anEvseThatIsLockedOffFallsBackToNothing() {
    Line.booted(charger, Sites.of(Sites.lockedOff(Sites.bay(1, 6000))));

    assertThat(base(charger, 1)).isEqualByComparingTo("0");
  }

  @Test
  void eachConnectorHasItsOwnBaseAndTheStationTheSumOfItsRatings() {
    Line.booted(charger, Sites.of(Sites.bay(1, 6000), Sites.bay(2, 0)));

    assertThat(base(charger, 1)).isEqualByComparingTo("6");
    assertThat(base(charger, 2)).isEqualByComparingTo("0");
    assertThat(
            charger
                .profile(0, ChargingProfilePurpose.ChargePointMaxProfile)
                .orElseThrow()
                .chargingSchedule()
                .chargingSchedulePeriod()
                .getFirst()
                .limit())
        .isEqualByComparingTo("64");
  }

  @Test
  void aChargerThatTakesWattsAloneIsToldWattsOfItsRealVolts() {
    charger.with("ChargingScheduleAllowedChargingRateUnit", "Power");
    Line.booted(charger, Sites.of(Sites.bay(1, 6000, new Wiring.ThreePhase(Phase.L2))));

    ChargingProfile base =
        charger.profile(1, ChargingProfilePurpose.TxDefaultProfile).orElseThrow();
    assertThat(base.chargingSchedule().chargingRateUnit()).isEqualTo(ChargingRateUnit.W);
    assertThat(base.chargingSchedule().chargingSchedulePeriod())
        .containsExactly(
            new ChargingSchedulePeriod(0, new BigDecimal("2160.0"), OptionalInt.of(3)));
  }

  @Test
  void asksForMeterValuesAndMakesDoWithFewer() {
    charger.refuse(
        "MeterValuesSampledData",
        "Current.Import,Voltage,Power.Active.Import,Energy.Active.Import.Register");
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(charger.key("MeterValueSampleInterval")).isEqualTo("5");
    assertThat(charger.key("ClockAlignedDataInterval")).isEqualTo("0");
    assertThat(charger.key("MeterValuesSampledData"))
        .isEqualTo("Current.Import,Energy.Active.Import.Register");
    assertThat(line.counted(GatewayEvent.CONFIGURATION_REFUSED)).isEqualTo(1);
  }

  @Test
  void leavesOutTheStationsMaximumWhereThereIsNoRoomForIt() {
    charger.with("MaxChargingProfilesInstalled", "2");
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(charger.profilesOn(0)).isZero();
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(line.state().fallbackProven()).isTrue();
  }

  @Test
  void aChargerWithRoomForOneProfileIsUnproven() {
    charger.with("MaxChargingProfilesInstalled", "1");
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(line.state().fallbackProven()).isFalse();
    assertThat(line.counted(GatewayEvent.PROFILE_SLOTS_SHORT)).isEqualTo(1);
  }

  @Test
  void aChargerThatFailsEveryCallIsProvisionedByHalvesAndStaysUncounted() {
    charger.fail();
    Line line = Line.booted(charger, Sites.oneBay());
    line.pass(Duration.ofMinutes(2));

    assertThat(line.state().baseAccepted()).isFalse();
    assertThat(line.state().fallbackProven()).isFalse();
    assertThat(line.counted(GatewayEvent.TAIL_IMPOSSIBLE)).isEqualTo(1);
    assertThat(line.counted(GatewayEvent.CALL_FAILED)).isGreaterThan(9);
  }

  private static BigDecimal base(Charger charger, int connectorId) {
    return charger
        .profile(connectorId, ChargingProfilePurpose.TxDefaultProfile)
        .orElseThrow()
        .chargingSchedule()
        .chargingSchedulePeriod()
        .getFirst()
        .limit();
  }
}
