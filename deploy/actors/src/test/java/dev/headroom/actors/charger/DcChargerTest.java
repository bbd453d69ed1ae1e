package dev.headroom.actors.charger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.actors.profile.Profiles;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rectifier behind three lines: watts at the vehicle, amperes and a power factor at the lines.
 */
class DcChargerTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final Wiring ALL = new Wiring.ThreePhase(Phase.L1);
  private static final AcInput INPUT = AcInput.of(ALL, Supply.WYE_480Y_277, 940, 980);
  private static final Output.Dc FIFTY = new Output.Dc(50_000, 5_000, 0, INPUT);

  private final ChargingStation station =
      new ChargingStation("cp", Supply.WYE_480Y_277, List.of(evse()), ProfileRules.OCPP_2_0_1, T0);

  private static Evse evse() {
    return new Evse(
        "fast",
        "service",
        100_000,
        new StationAddress("cp", 1),
        ALL,
        FIFTY,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  private void charge(long wattHours, boolean tapers) {
    station
        .connector(1)
        .plug(
            new Vehicle(new VehicleSpec(1, 200_000, 3, wattHours, Duration.ofSeconds(1), tapers)));
    station.begin(1);
    passSeconds(2);
  }

  private void passSeconds(int seconds) {
    for (int i = 0; i < seconds; i++) {
      station.advance(station.now().plusSeconds(1));
    }
  }

  private Installation limit(RateUnit unit, int value) {
    return station.install(
        1,
        new ChargingProfile(
            1,
            0,
            ProfilePurpose.TX_DEFAULT,
            ProfileKind.ABSOLUTE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Profiles.schedule(Optional.empty(), Optional.of(T0), unit, 0, value)));
  }

  private Connector fast() {
    return station.connector(1);
  }

  @Test
  void givesItsRatedPowerAndDrawsAmperesByItsEfficiency() {
    charge(50_000, false);

    assertThat(fast().watts()).isBetween(49_998L, 50_000L);
    // 50 kW / (√3 × 480 V × 0.94 × 0.98) = 65.3 A
    assertThat(fast().drawMilliamps()).isBetween(65_200, 65_400);
    assertThat(fast().drawMilliamps()).isLessThan(fast().evse().maximumMilliamps());
    LineCurrents lines = fast().currents();
    int watts = 0;
    for (Phase line : Phase.values()) {
      assertThat(lines.magnitudeMilliamps(line)).isEqualTo(fast().drawMilliamps());
      watts += lines.watts(Supply.WYE_480Y_277, line);
    }
    assertThat(watts).isBetween(50_000 * 100 / 94 - 100, 50_000 * 100 / 94 + 100);
    assertThat(lines.neutralMilliamps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000, 12_345, 30_000})
  void neverGivesMoreThanItsWatts(int watts) {
    charge(50_000, false);

    assertThat(limit(RateUnit.W, watts)).isInstanceOf(Installation.Accepted.class);
    passSeconds(2);

    assertThat(fast().watts()).isBetween(watts - 2L, (long) watts);
  }

  @Test
  void whatTheAllocationGivesInAmperesIsNeverExceededOnTheLines() {
    charge(50_000, false);
    for (int milliamps = 10_000; milliamps < 80_000; milliamps += 7_300) {
      limit(RateUnit.W, FIFTY.watts(milliamps));
      passSeconds(2);
      assertThat(fast().drawMilliamps()).isPositive().isLessThanOrEqualTo(milliamps);
    }
  }

  @Test
  void pausesBelowItsOwnMinimumAndNotAtSixAmperes() {
    charge(50_000, false);
    limit(RateUnit.W, 5_000);
    passSeconds(2);
    assertThat(fast().watts()).isPositive();

    limit(RateUnit.W, 4_999);
    passSeconds(2);

    assertThat(fast().watts()).isZero();
    assertThat(fast().status()).isEqualTo(ConnectorStatus.SUSPENDED_EVSE);
  }

  @Test
  void takesNoLimitInAmperes() {
    assertThat(limit(RateUnit.A, 32)).isInstanceOf(Installation.Rejected.class);
  }

  @Test
  void slowsDownTowardsTheEndAndCountsWhatTheVehicleGot() {
    charge(1_000, true);

    passSeconds(60);
    assertThat(fast().watts()).isBetween(49_998L, 50_000L);
    passSeconds(11);
    assertThat(fast().watts()).isBetween(1_000L, 49_000L);
    passSeconds(600);

    assertThat(fast().energyWattHours()).isBetween(980L, 1_020L);
  }
}
