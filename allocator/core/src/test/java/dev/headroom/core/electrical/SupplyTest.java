package dev.headroom.core.electrical;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SupplyTest {

  @ParameterizedTest
  @CsvSource({
    "120/240,  240, 120, 120, 0",
    "120/208,  208, 120, 120, 0",
    "208Y/120, 208, 120, 120, 120",
    "480Y/277, 480, 277, 277, 277",
    "400Y/230, 400, 230, 230, 230",
    "240,      240, 139, 139, 139",
    "240D/120, 240, 120, 208, 120",
  })
  void knowsTheVoltagesOfItsLines(String notation, int between, int l1, int l2, int l3) {
    Supply supply = Supply.of(notation);

    assertThat(supply.notation()).isEqualTo(notation);
    assertThat(supply.lineToLineVolts()).isEqualTo(between);
    assertThat(supply.volts(L1)).isEqualTo(l1);
    assertThat(supply.volts(L2)).isEqualTo(l2);
    assertThat(supply.phases()).isEqualTo(l3 == 0 ? List.of(L1, L2) : List.of(L1, L2, L3));
    if (l3 > 0) {
      assertThat(supply.volts(L3)).isEqualTo(l3);
    }
  }

  /** The voltage between two lines is the distance of their ends, whatever they are wound like. */
  @ParameterizedTest
  @EnumSource
  void itsAnglesAndVoltagesFormOnePicture(SupplySystem system) {
    Supply supply = Supply.nominal(system);
    for (Phase from : supply.phases()) {
      for (Phase to : supply.phases()) {
        double apart = Math.toRadians(system.degrees(from) - system.degrees(to));
        double between =
            Math.hypot(
                supply.volts(from) - supply.volts(to) * Math.cos(apart),
                supply.volts(to) * Math.sin(apart));
        assertThat(between).isCloseTo(from == to ? 0 : supply.lineToLineVolts(), within(2.0));
      }
    }
  }

  @Test
  void allVoltagesFollowWhatWasMeasuredBetweenLines() {
    Supply high = new Supply(SupplySystem.HIGH_LEG_DELTA, 252, 900);

    assertThat(high.volts(L1)).isEqualTo(126);
    assertThat(high.volts(L2)).isEqualTo(218); // 208 V × 252 / 240 = 218.4 V
    assertThat(high.lowest(high.lineToLineVolts())).isEqualTo(226);
  }

  @Test
  void aThreePhaseLoadTakesRootThreeTimesTheVoltageBetweenLines() {
    Wiring all = new Wiring.ThreePhase(L1);

    assertThat(all.watts(10_000, Supply.WYE_208Y_120)).isEqualTo(3600);
    assertThat(all.watts(10_000, Supply.DELTA_240)).isEqualTo(4160);
    assertThat(all.watts(10_000, Supply.HIGH_LEG_DELTA_240_120)).isEqualTo(4160);
    assertThat(all.watts(10_000, Supply.WYE_480Y_277)).isEqualTo(8310);
  }

  @Test
  void knowsWhatIsOnItsDrawing() {
    assertThat(SupplySystem.values())
        .filteredOn(SupplySystem::hasNeutral)
        .doesNotContain(SupplySystem.DELTA)
        .hasSize(SupplySystem.values().length - 1);
    assertThat(SupplySystem.values())
        .filteredOn(it -> !it.servesAcBetweenLines())
        .containsExactly(SupplySystem.WYE_480Y_277, SupplySystem.WYE_400Y_230);
    assertThat(SupplySystem.values())
        .filteredOn(it -> it.isHighLeg(L2))
        .containsExactly(SupplySystem.HIGH_LEG_DELTA);
    assertThat(SupplySystem.HIGH_LEG_DELTA.isHighLeg(L1)).isFalse();
    assertThat(Supply.WYE_480Y_277.lineToNeutralVolts()).isEqualTo(277);
  }

  @Test
  void hasNoLineThatItsWindingHasNot() {
    assertThatThrownBy(() -> Supply.of("120/240").volts(L3))
        .hasMessage("a supply of 120/240 has no L3");
  }

  @Test
  void namesTheSuppliesThatItUnderstands() {
    assertThatThrownBy(() -> Supply.of("240/120"))
        .hasMessage(
            "supply '240/120' is not supported; supported are 120/240, 120/208, 208Y/120,"
                + " 480Y/277, 400Y/230, 240, 240D/120");
  }

  @Test
  void acceptsVoltagesUpToFifteenPercentAwayAndSagsDownToSeventy() {
    assertThat(new Supply(SupplySystem.WYE_400Y_230, 460, 700).lowest(1000)).isEqualTo(700);
    assertThat(new Supply(SupplySystem.WYE_400Y_230, 340, 1000).lowest(1000)).isEqualTo(1000);
    assertThatThrownBy(() -> new Supply(SupplySystem.WYE_400Y_230, 461, 900))
        .hasMessageContaining("461 V");
    assertThatThrownBy(() -> new Supply(SupplySystem.WYE_400Y_230, 400, 1001))
        .hasMessageContaining("from 70 to 100 %");
  }

  @Test
  void refusesAVoltageThatIsAnotherSupplys() {
    assertThatThrownBy(() -> new Supply(SupplySystem.WYE_208Y_120, 240, 900))
        .hasMessage("240 V between lines is more than 15 % away from a supply of 208Y/120");
    assertThatThrownBy(() -> new Supply(SupplySystem.WYE_208Y_120, 208, 650))
        .hasMessage("the lowest voltage lies from 70 to 100 %");
  }
}
