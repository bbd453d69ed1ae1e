package dev.headroom.actors.charger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.actors.profile.Installation.Rejected;
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

class ChargingStationTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final Wiring ALL = new Wiring.ThreePhase(Phase.L1);

  private final ChargingStation station =
      new ChargingStation(
          "cp",
          Supply.WYE_400Y_230,
          List.of(
              Sites.evse("one", "panel", "cp", 1, ALL), Sites.evse("two", "panel", "cp", 2, ALL)),
          ProfileRules.OCPP_1_6,
          T0);

  private static Vehicle vehicle(long wattHours) {
    return new Vehicle(new VehicleSpec(6000, 48_000, 3, wattHours, Duration.ofSeconds(2), false));
  }

  private void charge(int number, int transaction) {
    station.connector(number).plug(vehicle(50_000));
    station.begin(number);
    station.name(number, Integer.toString(transaction));
  }

  private void passSeconds(int seconds) {
    for (int i = 0; i < seconds; i++) {
      station.advance(station.now().plusSeconds(1));
    }
  }

  @Test
  void goesThroughTheLifeOfASession() {
    Connector connector = station.connector(1);
    assertThat(connector.status()).isEqualTo(ConnectorStatus.AVAILABLE);
    connector.plug(vehicle(4));
    assertThat(connector.status()).isEqualTo(ConnectorStatus.PREPARING);
    passSeconds(9);
    assertThat(connector.drawMilliamps()).isZero();
    station.begin(1);
    assertThat(connector.status()).isEqualTo(ConnectorStatus.CHARGING);
    passSeconds(2);
    assertThat(connector.drawMilliamps()).isEqualTo(32_000);
    passSeconds(10);
    assertThat(connector.status()).isEqualTo(ConnectorStatus.SUSPENDED_EV);
    assertThat(connector.drawMilliamps()).isZero();
    station.end(1);
    assertThat(connector.status()).isEqualTo(ConnectorStatus.FINISHING);
    station.unplug(1);
    assertThat(connector.status()).isEqualTo(ConnectorStatus.AVAILABLE);
  }

  @Test
  void withoutAProfileGivesItsOwnMaximum() {
    charge(1, 7);
    passSeconds(3);

    assertThat(station.connector(1).drawMilliamps()).isEqualTo(32_000);
  }

  @Test
  void keepsToItsTailWithNobodyConnected() {
    station.install(0, Profiles.base(1, 6));
    charge(1, 7);
    station.install(1, Profiles.live(2, 7, T0, 0, 16, 20, 8, 50, 6));

    passSeconds(19);
    assertThat(station.connector(1).drawMilliamps()).isEqualTo(16_000);
    passSeconds(5);
    assertThat(station.connector(1).drawMilliamps()).isEqualTo(8_000);
    passSeconds(30);
    assertThat(station.connector(1).drawMilliamps()).isEqualTo(6_000);
  }

  @Test
  void aLimitBelowSixAmperesPauses() {
    charge(1, 7);
    passSeconds(3);
    station.install(1, Profiles.live(2, 7, T0, 0, 5));

    assertThat(station.connector(1).status()).isEqualTo(ConnectorStatus.SUSPENDED_EVSE);
    assertThat(station.connector(1).offeredMilliamps()).isZero();
    passSeconds(2);
    assertThat(station.connector(1).drawMilliamps()).isZero();
  }

  @Test
  void sharesTheStationMaximumAmongItsConnectors() {
    station.install(0, Profiles.stationMaximum(1, 20));
    charge(1, 7);
    assertThat(station.limitMilliamps(1, T0)).isEqualTo(20_000);
    charge(2, 8);
    assertThat(station.limitMilliamps(1, T0)).isEqualTo(10_000);
  }

  @Test
  void losesTransactionsButNoDefaultsInAReboot() {
    station.install(0, Profiles.base(1, 6));
    charge(1, 7);
    station.install(1, Profiles.live(2, 7, T0, 0, 16));

    station.reboot();

    assertThat(station.connector(1).transaction()).isEmpty();
    assertThat(station.limitMilliamps(1, T0)).isEqualTo(6_000);
    assertThat(station.connector(1).vehicle()).isPresent();
  }

  @Test
  void countsEnergyOnAllItsPhases() {
    station.install(0, Profiles.base(1, 10));
    charge(1, 7);
    passSeconds(2 + 360);

    assertThat(station.connector(1).watts()).isEqualTo(6900);
    assertThat(station.connector(1).energyWattHours()).isEqualTo(690);
  }

  @Test
  void saysItsScheduleInAdvance() {
    charge(1, 7);
    station.install(1, Profiles.live(2, 7, T0.minusSeconds(5), 0, 16, 20, 8, 50, 6));

    assertThat(station.compositeSchedule(1, Duration.ofMinutes(5)))
        .containsExactly(
            new LimitFrom(0, 16_000), new LimitFrom(15, 8_000), new LimitFrom(45, 6_000));
  }

  @Test
  void saysThatItDoesNotFollowItsScheduleWhileItDisobeys() {
    charge(1, 7);
    station.install(1, Profiles.live(2, 7, T0.minusSeconds(5), 0, 16, 20, 8, 50, 6));
    station.disobey(true);
    int maximum = station.connector(1).maximumMilliamps();
    assertThat(station.compositeSchedule(1, Duration.ofMinutes(5)))
        .containsExactly(new LimitFrom(0, maximum));

    station.disobey(false);
    assertThat(station.compositeSchedule(1, Duration.ofMinutes(5))).hasSize(3);
  }

  @Test
  void hasNoOtherConnectors() {
    assertThat(station.install(3, Profiles.base(1, 6))).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> station.connector(3)).hasMessageContaining("no connector 3");
  }

  @Test
  void takesOneVehicleAtATime() {
    station.connector(1).plug(vehicle(1));
    assertThatThrownBy(() -> station.connector(1).plug(vehicle(1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
