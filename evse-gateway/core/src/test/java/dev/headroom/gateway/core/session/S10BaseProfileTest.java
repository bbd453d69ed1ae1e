package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Key;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S10: a fallback counts only when the charger accepted its base profile since it booted. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S10BaseProfileTest {

  private final Charger charger;

  S10BaseProfileTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void installsTheFallbackForEverAndTheWiringRatingAtBoot() {
    Line.booted(charger, Sites.oneBay());

    Profile base = charger.profile(1, ProfilePurpose.TX_DEFAULT).orElseThrow();
    assertThat(base.slot().stackLevel()).isZero();
    assertThat(base.duration()).isEmpty();
    assertThat(base.start()).as("relative").isEmpty();
    assertThat(base.periods())
        .containsExactly(new Profile.Period(0, new BigDecimal("6.0"), OptionalInt.of(1)));

    Profile maximum = charger.profile(0, ProfilePurpose.STATION_MAXIMUM).orElseThrow();
    assertThat(maximum.periods().getFirst().limit()).isEqualByComparingTo("32");
  }

  @Test
  void saysSoOnlyOnceTheChargerAcceptedIt() {
    charger.refuse(ProfilePurpose.TX_DEFAULT);
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
    assertThat(charger.toldProfiles()).hasSize(2);
  }

  @Test
  void anAnswerFromBeforeTheBootCountsForNothing() {
    Line line = new Line(charger);
    line.open(java.util.Optional.of(Sites.oneBay()));
    charger.fallSilent();
    line.boot();
    line.boot();
    charger.behave();
    Frame.Call before = new Frame.Call("headroom-1", charger.heard().getFirst());
    charger.hear(before).forEach(frame -> line.session().on(new Input.Received(frame), line.now()));

    assertThat(line.session().awaited("headroom-2")).contains(before.payload().action());
  }

  @Test
  void neverClearsAProfileInOrderToSetIt() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.allocate(2, 10_000);
    line.boot();
    line.pass(Duration.ofMinutes(30));

    assertThat(charger.heard())
        .noneMatch(call -> call.action().wireName().equals("ClearChargingProfile"));
    assertThat(charger.profilesOn(1)).isEqualTo(2);
  }

  @Test
  void onlyAConfiguredModelWithRoomForATailIsProven() {
    assertThat(Line.booted(charger, Sites.oneBay()).state().fallbackProven()).isTrue();
    assertThat(
            Line.booted(new Charger(charger.version()).with(Key.PERIODS, "1"), Sites.oneBay())
                .state()
                .fallbackProven())
        .isFalse();
    assertThat(
            Line.booted(new Charger(charger.version()).without(Key.PERIODS), Sites.oneBay())
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
  void eachEvseHasItsOwnBaseAndTheStationTheSumOfItsRatings() {
    Line.booted(charger, Sites.of(Sites.bay(1, 6000), Sites.bay(2, 0)));

    assertThat(base(charger, 1)).isEqualByComparingTo("6");
    assertThat(base(charger, 2)).isEqualByComparingTo("0");
    assertThat(
            charger
                .profile(0, ProfilePurpose.STATION_MAXIMUM)
                .orElseThrow()
                .periods()
                .getFirst()
                .limit())
        .isEqualByComparingTo("64");
  }

  @Test
  void aChargerThatTakesWattsAloneIsToldWattsOfItsLowestVolts() {
    charger.with(Key.UNIT, "W");
    Line.booted(charger, Sites.of(Sites.bay(1, 6000, new Wiring.ThreePhase(Phase.L2))));

    Profile base = charger.profile(1, ProfilePurpose.TX_DEFAULT).orElseThrow();
    assertThat(base.unit()).isEqualTo(RateUnit.WATTS);
    assertThat(base.periods())
        .containsExactly(new Profile.Period(0, new BigDecimal("1944.0"), OptionalInt.of(3)));
  }

  @Test
  void makesDoWithFewerMeasurands() {
    charger.refuse(
        "Current.Import,Voltage,Power.Active.Import,Energy.Active.Import.Register,"
            + "Current.Offered,Power.Offered");
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(charger.settings())
        .containsValue("5")
        .containsValue("0")
        .containsValue("Current.Import,Voltage,Power.Active.Import,Energy.Active.Import.Register");
    assertThat(line.counted(GatewayEvent.CONFIGURATION_REFUSED)).isEqualTo(1);
  }

  @Test
  void leavesOutTheStationsMaximumWhereThereIsNoRoomForIt() {
    charger.with(Key.PROFILES, "2");
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(charger.profilesOn(0)).isZero();
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(line.state().fallbackProven()).isTrue();
  }

  @Test
  void aChargerWithRoomForOneProfileIsUnproven() {
    charger.with(Key.PROFILES, "1");
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

  private static BigDecimal base(Charger charger, int evseId) {
    return charger
        .profile(evseId, ProfilePurpose.TX_DEFAULT)
        .orElseThrow()
        .periods()
        .getFirst()
        .limit();
  }
}
