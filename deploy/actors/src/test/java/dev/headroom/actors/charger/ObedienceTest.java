package dev.headroom.actors.charger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.profile.ChargingProfile;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever profiles arrive and however long nobody speaks to it. */
class ObedienceTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration RESPONSE = Duration.ofSeconds(2);

  private static ChargingStation charging(int responseSeconds) {
    ChargingStation station =
        new ChargingStation(
            "cp",
            Supply.WYE_400Y_230,
            List.of(Sites.evse("one", "panel", "cp", 1, new Wiring.ThreePhase(Phase.L1))),
            ProfileRules.OCPP_1_6,
            T0);
    station
        .connector(1)
        .plug(
            new Vehicle(
                new VehicleSpec(
                    6000, 48_000, 3, 900_000, Duration.ofSeconds(responseSeconds), false)));
    station.begin(1);
    station.name(1, "7");
    return station;
  }

  private static void passSeconds(ChargingStation station, int seconds) {
    for (int i = 0; i < seconds; i++) {
      station.advance(station.now().plusSeconds(1));
    }
  }

  /** The tail as S5 writes it, against the rule written out by hand. */
  @Property(tries = 200)
  void theTailHoldsAtEverySecond(
      @ForAll @IntRange(max = 40) int limit,
      @ForAll @IntRange(max = 40) int fallback,
      @ForAll @IntRange(min = 1, max = 60) int ttl,
      @ForAll @IntRange(max = 200) int second) {
    ChargingStation station = charging(2);
    station.install(0, Profiles.base(1, fallback));
    int lowest = Math.min(limit, fallback);
    station.install(1, Profiles.live(2, 7, T0, 0, limit, ttl, lowest, 2 * ttl, fallback));
    int due = second < ttl ? limit : second < 2 * ttl ? lowest : fallback;

    assertThat(station.limitMilliamps(1, T0.plusSeconds(second)))
        .isEqualTo(Math.min(due * 1000, 32_000));
  }

  @Property(tries = 100)
  void drawsNoMoreThanItsLimitOnceTheVehicleHasAnswered(
      @ForAll List<@IntRange(max = 50) Integer> limits,
      @ForAll @IntRange(max = 5) int responseSeconds) {
    ChargingStation station = charging(responseSeconds);
    for (int limit : limits) {
      ChargingProfile live = Profiles.live(2, 7, station.now(), 0, limit, 20, 6);
      station.install(1, live);
      passSeconds(station, responseSeconds);

      int allowed = station.limitMilliamps(1, station.now());
      assertThat(station.connector(1).drawMilliamps())
          .isLessThanOrEqualTo(allowed)
          .isLessThanOrEqualTo(32_000)
          .matches(draw -> draw == 0 || draw >= 6000);
    }
  }

  @Property(tries = 50)
  void energyIsWhatWasDrawnOverTime(
      @ForAll @IntRange(min = 6, max = 32) int limit, @ForAll @IntRange(max = 600) int seconds) {
    ChargingStation station = charging((int) RESPONSE.toSeconds());
    station.install(0, Profiles.base(1, limit));
    passSeconds(station, (int) RESPONSE.toSeconds() + seconds);

    assertThat(station.connector(1).energyWattHours()).isEqualTo(3L * limit * 230 * seconds / 3600);
  }
}
