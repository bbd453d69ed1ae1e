package dev.headroom.actors.charger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.actors.profile.Profiles;
import dev.headroom.actors.site.Sites;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chargers that do not follow their profiles as they should. */
class MannerTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final int MAXIMUM = 32_000;

  private final ChargingStation station =
      new ChargingStation(
          "cp",
          Supply.WYE_400Y_230,
          List.of(Sites.evse("one", "panel", "cp", 1, new Wiring.ThreePhase(Phase.L1))),
          ProfileRules.OCPP_1_6,
          T0);

  private void charge(ChargingProfile... profiles) {
    station
        .connector(1)
        .plug(new Vehicle(new VehicleSpec(6000, 48_000, 3, 900_000, Duration.ZERO, false)));
    station.begin(1);
    station.name(1, "7");
    for (ChargingProfile profile : profiles) {
      station.install(1, profile);
    }
  }

  private int offeredAfter(Duration passed) {
    station.advance(station.now().plus(passed));
    return station.connector(1).offeredMilliamps();
  }

  @Test
  void disobeysWithinItsMaximumAndObeysAgain() {
    charge(Profiles.live(2, 7, T0, 0, 10));
    station.disobey(true);
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(MAXIMUM);
    assertThat(station.install(1, Profiles.live(2, 7, T0, 0, 8)))
        .isInstanceOf(Installation.Accepted.class);
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(MAXIMUM);
    assertThat(station.limitMilliamps(1, station.now())).isEqualTo(8000);
    station.disobey(false);
    assertThat(station.connector(1).offeredMilliamps()).isEqualTo(8000);
  }

  @Test
  void offersNothingWithoutTransactionEvenWhenItDisobeys() {
    station.disobey(true);
    assertThat(offeredAfter(Duration.ofSeconds(1))).isZero();
  }

  @Test
  void readsAbsoluteSchedulesByItsOwnClock() {
    charge(Profiles.base(1, 6), Profiles.live(2, 7, T0, 0, 20, 60, 8));
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(20_000);
    station.setClockError(Duration.ofHours(1));
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(8000);
    assertThat(station.clock()).isEqualTo(station.now().plus(Duration.ofHours(1)));
    station.setClockError(Duration.ofHours(-1));
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(6000);
    station.setClockError(Duration.ZERO);
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(20_000);
  }

  @Test
  void spikesAfterEachProfileAndThenFollows() {
    station.behave(new Manner(Duration.ofSeconds(2), Duration.ZERO));
    charge(Profiles.live(2, 7, T0, 0, 10));
    assertThat(station.connector(1).offeredMilliamps()).isEqualTo(MAXIMUM);
    assertThat(offeredAfter(Duration.ofMillis(1900))).isEqualTo(MAXIMUM);
    assertThat(offeredAfter(Duration.ofMillis(100))).isEqualTo(10_000);
    station.install(1, Profiles.live(2, 7, T0, 0, 6));
    assertThat(station.connector(1).offeredMilliamps()).isEqualTo(MAXIMUM);
  }

  @Test
  void rampsDownAndUpOverItsTime() {
    station.behave(new Manner(Duration.ZERO, Duration.ofSeconds(20)));
    charge();
    assertThat(offeredAfter(Duration.ofSeconds(10))).isEqualTo(16_000);
    assertThat(offeredAfter(Duration.ofSeconds(10))).isEqualTo(MAXIMUM);
    station.install(1, Profiles.live(2, 7, T0, 0, 8));
    assertThat(offeredAfter(Duration.ofSeconds(5))).isEqualTo(24_000);
    assertThat(offeredAfter(Duration.ofSeconds(10))).isEqualTo(8000);
    assertThat(offeredAfter(Duration.ofSeconds(10))).isEqualTo(8000);
  }

  @Test
  void offersItsMaximumOnceItHasForgottenItsProfiles() {
    charge(Profiles.base(1, 6));
    assertThat(offeredAfter(Duration.ofSeconds(1))).isEqualTo(6000);
    station.forgetProfiles();
    assertThat(station.connector(1).offeredMilliamps()).isEqualTo(MAXIMUM);
    assertThat(station.profiles().size()).isZero();
  }
}
