package dev.headroom.core.electrical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AcInputTest {

  private static final AcInput FAST_CHARGER =
      AcInput.of(new Wiring.ThreePhase(Phase.L1), Supply.WYE_480Y_277, 940, 980);

  /** 50 kW ÷ (0.9 × √3 × 480 V × 0.94 × 0.98) = 72.66 A, worked out by hand with 747 V. */
  @Test
  void countsPowerAtTheLowestPlausibleVoltage() {
    assertThat(FAST_CHARGER.volts()).isEqualTo(747);
    assertThat(FAST_CHARGER.milliamps(50_000)).isEqualTo(72_661);
    assertThat(FAST_CHARGER.milliamps(0)).isZero();
  }

  @Test
  void neitherWayEverCountsTooLittle() {
    long seed = 20_250_711;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      AcInput input =
          new AcInput(
              100 + random.nextInt(800), 500 + random.nextInt(501), 500 + random.nextInt(501));
      int watts = random.nextInt(1_000_000);
      int milliamps = random.nextInt(1_000_000);
      assertThat(input.watts(input.milliamps(watts)))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(watts);
      assertThat(input.milliamps(input.watts(milliamps))).isLessThanOrEqualTo(milliamps);
    }
  }

  @Test
  void refusesAnEfficiencyThatNoRectifierHas() {
    assertThatThrownBy(() -> new AcInput(400, 94, 980))
        .hasMessage("the efficiency lies from 0.5 to 1, not 0.094");
    assertThatThrownBy(() -> new AcInput(400, 940, 98))
        .hasMessage("the power factor lies from 0.5 to 1, not 0.098");
  }

  @Test
  void refusesALoadWithoutAVoltage() {
    assertThatThrownBy(() -> new AcInput(0, 940, 980))
        .hasMessage("a load needs a voltage, not 0 V");
    assertThat(new AcInput(1, 1000, 1000).watts(1000)).isEqualTo(1);
  }
}
