package dev.headroom.actors.electrical;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static dev.headroom.core.electrical.Supply.SPLIT_PHASE_120_240;
import static dev.headroom.core.electrical.Supply.TWO_LEGS_120_208;
import static dev.headroom.core.electrical.Supply.WYE_208Y_120;
import static dev.headroom.core.electrical.Supply.WYE_400Y_230;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineCurrentsTest {

  private static LineCurrents leg(Supply supply, Phase from, Phase to, int milliamps) {
    return LineCurrents.behind(supply, new Wiring.LineToLine(from, to), 3, milliamps);
  }

  @Test
  void twoEqualLegsGiveRootThreeOnTheLineTheyShare() {
    LineCurrents sum = leg(WYE_208Y_120, L1, L2, 10_000).plus(leg(WYE_208Y_120, L3, L1, 10_000));

    assertThat(sum.magnitudeMilliamps(L1)).isEqualTo(17_321);
    assertThat(sum.magnitudeMilliamps(L2)).isEqualTo(10_000);
    assertThat(sum.magnitudeMilliamps(L3)).isEqualTo(10_000);
  }

  @Test
  void theThreeLegsStandAtTheirAngles() {
    assertThat(degrees(leg(WYE_208Y_120, L1, L2, 1000).on(L1))).isCloseTo(30, within(1e-6));
    assertThat(degrees(leg(WYE_208Y_120, L2, L3, 1000).on(L2))).isCloseTo(-90, within(1e-6));
    assertThat(degrees(leg(WYE_208Y_120, L3, L1, 1000).on(L3))).isCloseTo(150, within(1e-6));
  }

  private static double degrees(Phasor phasor) {
    return Math.toDegrees(Math.atan2(phasor.imaginary(), phasor.real()));
  }

  @Test
  void lessLoadCanMeanMoreCurrentAboveADeltaWyeTransformer() {
    LineCurrents ab = leg(WYE_208Y_120, L1, L2, 100_000);
    LineCurrents both = ab.plus(leg(WYE_208Y_120, L2, L3, 50_000));
    Transformer deltaWye =
        new Transformer(
            150_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);

    assertThat(both.through(deltaWye).magnitudeMilliamps(L1)).isEqualTo(21_651);
    assertThat(ab.through(deltaWye).magnitudeMilliamps(L1)).isEqualTo(25_000);
  }

  @Test
  void splitPhaseAddsPlainly() {
    LineCurrents lights =
        LineCurrents.toNeutral(SPLIT_PHASE_120_240, new PerPhase(Map.of(L1, 7000, L2, 3000)));
    LineCurrents sum = lights.plus(leg(SPLIT_PHASE_120_240, L1, L2, 32_000));

    assertThat(sum.magnitudeMilliamps(L1)).isEqualTo(39_000);
    assertThat(sum.magnitudeMilliamps(L2)).isEqualTo(35_000);
  }

  @Test
  void aLegAddsToALightingLoadByLessThanItsMagnitude() {
    LineCurrents lights =
        LineCurrents.toNeutral(WYE_208Y_120, PerPhase.same(Supply.WYE_208Y_120.phases(), 100_000));

    int together = lights.plus(leg(WYE_208Y_120, L1, L2, 100_000)).magnitudeMilliamps(L1);

    assertThat(together).isEqualTo(193_185);
  }

  @Test
  void aOnePhaseVehicleLoadsTheFirstLineOfAThreePhaseEvse() {
    LineCurrents drawn = LineCurrents.behind(WYE_400Y_230, new Wiring.ThreePhase(L2), 1, 16_000);

    assertThat(drawn.magnitudeMilliamps(L2)).isEqualTo(16_000);
    assertThat(drawn.magnitudeMilliamps(L3)).isZero();
    assertThat(drawn.magnitudeMilliamps(L1)).isZero();
  }

  @Test
  void theLinesPowersAddUpToTheLoads() {
    LineCurrents drawn = leg(WYE_208Y_120, L1, L2, 40_000);

    int watts = drawn.watts(WYE_208Y_120, L1) + drawn.watts(WYE_208Y_120, L2);

    assertThat(watts).isCloseTo((int) (40 * 120 * Math.sqrt(3)), within(1));
  }

  @Property
  void noSumExceedsThePlainSum(
      @ForAll @IntRange(max = 200_000) int ab,
      @ForAll @IntRange(max = 200_000) int bc,
      @ForAll @IntRange(max = 200_000) int base) {
    LineCurrents sum =
        LineCurrents.toNeutral(WYE_208Y_120, PerPhase.same(Supply.WYE_208Y_120.phases(), base))
            .plus(leg(WYE_208Y_120, L1, L2, ab))
            .plus(leg(WYE_208Y_120, L2, L3, bc));

    assertThat(sum.magnitudeMilliamps(L1)).isLessThanOrEqualTo(base + ab + 1);
    assertThat(sum.magnitudeMilliamps(L2)).isLessThanOrEqualTo(base + ab + bc + 1);
    assertThat(sum.magnitudeMilliamps(L3)).isLessThanOrEqualTo(base + bc + 1);
  }

  @Test
  void twoLegsOfAWyeAreNotASplitPhase() {
    LineCurrents sum =
        LineCurrents.toNeutral(TWO_LEGS_120_208, new PerPhase(Map.of(L1, 10_000, L2, 10_000)))
            .plus(leg(TWO_LEGS_120_208, L1, L2, 10_000));

    // the leg stands 30° off both lines' lights: |1∠0 + 1∠30°| = 2·cos 15°
    assertThat(sum.magnitudeMilliamps(L1)).isEqualTo(19_319);
    assertThat(sum.magnitudeMilliamps(L2)).isEqualTo(19_319);
    // two equal loads 120° apart leave as much again on the neutral
    assertThat(sum.neutralMilliamps()).isEqualTo(10_000);
  }

  @Test
  void aHighLegStandsSquareToTheOthers() {
    Supply supply = Supply.HIGH_LEG_DELTA_240_120;
    LineCurrents ab = leg(supply, L1, L2, 1000);

    // B lies at 208∠-90°: A to B points up by 60°
    assertThat(degrees(ab.on(L1))).isCloseTo(60, within(0.1));
    assertThat(leg(supply, L3, L1, 1000).watts(supply, L1)).isEqualTo(120);
  }

  @ParameterizedTest
  @MethodSource("supplies")
  void aBalancedLoadLeavesNothingForTheNeutralAndItsPowerAddsUp(Supply supply) {
    LineCurrents three = LineCurrents.behind(supply, new Wiring.ThreePhase(L1), 3, 100_000);

    assertThat(three.neutralMilliamps()).isLessThanOrEqualTo(400);
    int watts = 0;
    for (Phase line : Phase.values()) {
      assertThat(three.magnitudeMilliamps(line)).isEqualTo(100_000);
      watts += three.watts(supply, line);
    }
    double expected = Math.sqrt(3) * supply.lineToLineVolts() * 100;
    assertThat((double) watts).isCloseTo(expected, withinPercentage(0.5));
  }

  static Stream<Supply> supplies() {
    return Stream.of(
        WYE_208Y_120,
        Supply.WYE_480Y_277,
        Supply.WYE_400Y_230,
        Supply.DELTA_240,
        Supply.HIGH_LEG_DELTA_240_120);
  }

  @Property
  void aBuildingWithoutNeutralKeepsWithinItsLinesAndLeavesNothingOver(
      @ForAll @IntRange(max = 200_000) int a,
      @ForAll @IntRange(max = 200_000) int b,
      @ForAll @IntRange(max = 200_000) int c) {
    PerPhase most = new PerPhase(Map.of(L1, a, L2, b, L3, c));

    LineCurrents lines = LineCurrents.ofBuilding(Supply.DELTA_240, most);

    for (Phase line : Phase.values()) {
      assertThat(lines.magnitudeMilliamps(line)).isLessThanOrEqualTo(most.on(line));
      assertThat(lines.magnitudeMilliamps(line))
          .isGreaterThanOrEqualTo(Math.min(a, Math.min(b, c)));
    }
    assertThat(lines.neutralMilliamps()).isLessThanOrEqualTo(1);
  }
}
