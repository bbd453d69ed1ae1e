package dev.headroom.actors.charger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.actors.profile.Profiles;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pilot says the current it knows that lies nearest below what a profile allows. */
class PilotTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final PilotSteps SOME = new PilotSteps.Set(8000, 16_000, 32_000);

  @ParameterizedTest
  @CsvSource({"7, 0", "8, 8000", "15, 8000", "16, 16000", "31, 16000", "32, 32000", "40, 32000"})
  void offersTheNearestBelow(int limitAmps, int offeredMilliamps) {
    Connector connector = offering(SOME, limitAmps);

    assertThat(connector.offeredMilliamps()).isEqualTo(offeredMilliamps);
    assertThat(connector.drawMilliamps()).isEqualTo(offeredMilliamps);
  }

  @Property(tries = 100)
  void neverOffersMoreThanItIsAllowed(
      @ForAll @IntRange(max = 50) int limitAmps, @ForAll @IntRange(min = 1, max = 9) int tenths) {
    int offered = offering(new PilotSteps.Every(tenths * 100), limitAmps).offeredMilliamps();

    assertThat(offered).isLessThanOrEqualTo(Math.min(limitAmps, 32) * 1000);
    assertThat(offered % (tenths * 100)).isZero();
  }

  private static Connector offering(PilotSteps steps, int limitAmps) {
    Evse evse =
        new Evse(
            "one",
            "panel",
            40_000,
            new StationAddress("cp", 1),
            new Wiring.LineToLine(Phase.L1, Phase.L2),
            new Output.Ac(32_000, 6000, 0, steps),
            true,
            0,
            1,
            Optional.empty(),
            false);
    ChargingStation station =
        new ChargingStation("cp", Supply.WYE_208Y_120, List.of(evse), ProfileRules.OCPP_1_6, T0);
    VehicleSpec eager = new VehicleSpec(6000, 48_000, 3, 900_000, Duration.ZERO, false);
    station.connector(1).plug(new Vehicle(eager));
    station.begin(1);
    station.name(1, "7");
    station.install(0, Profiles.base(1, limitAmps));
    station.advance(T0.plusSeconds(1));
    return station.connector(1);
  }
}
