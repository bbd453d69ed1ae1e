package dev.headroom.core.strategy;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimantTest {

  private static final ChargingSession SESSION = new ChargingSession("s", Car.NOON, true);

  private static Claimant claimant(Wiring wiring, Output output) {
    Evse evse =
        new Evse(
            "bay-1",
            "service",
            100_000,
            new StationAddress("cp-1", 1),
            wiring,
            output,
            true,
            4,
            1,
            Optional.empty(),
            false);
    return Claimant.of(2, evse, Supply.WYE_208Y_120, SESSION, true);
  }

  @Test
  void anAcEvseGivesAtTheMostWhatItsWiringMakesOfItsAmperes() {
    Output output = new Output.Ac(32_000, 6000, 6000);
    assertThat(claimant(new Wiring.LineToLine(L1, L2), output).maximumWatts()).isEqualTo(6656);
    assertThat(claimant(new Wiring.LineToNeutral(L1), output).maximumWatts()).isEqualTo(3840);
    assertThat(claimant(new Wiring.ThreePhase(L1), output).maximumWatts()).isEqualTo(11_520);
  }

  @Test
  void aDcEvseGivesItsRatedPower() {
    Wiring wiring = new Wiring.ThreePhase(L1);
    AcInput input = AcInput.of(wiring, Supply.WYE_208Y_120, 950, 990);
    Output output = new Output.Dc(25_000, 5000, 0, input);
    assertThat(claimant(wiring, output).maximumWatts()).isEqualTo(25_000);
  }

  @Test
  void theRestIsWhatTheEvseAndItsSessionSay() {
    Claimant claimant = claimant(new Wiring.LineToNeutral(L1), new Output.Ac(16_000, 6000, 0));
    assertThat(claimant)
        .isEqualTo(new Claimant(2, 4, Car.NOON, true, ChargingNeeds.UNKNOWN, 16 * 120));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Claimant(-1, 0, Car.NOON, false, ChargingNeeds.UNKNOWN, 1))
        .hasMessageContaining("place");
    assertThatThrownBy(() -> new Claimant(0, 0, Car.NOON, false, ChargingNeeds.UNKNOWN, 0))
        .hasMessageContaining("1 W");
  }
}
