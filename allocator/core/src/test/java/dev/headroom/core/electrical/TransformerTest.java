package dev.headroom.core.electrical;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransformerTest {

  private static final Transformer GARAGE =
      new Transformer(
          150_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);

  static Stream<Transformer> threePhaseOnes() {
    return Stream.of(SupplySystem.values())
        .flatMap(
            primary ->
                Stream.of(SupplySystem.values())
                    .flatMap(
                        secondary ->
                            Stream.of(VectorGroup.values())
                                .filter(group -> group != VectorGroup.II0)
                                .filter(group -> group.connects(primary, secondary))
                                .map(group -> new Transformer(9_000, group, primary, secondary))));
  }

  /** All its power comes in where it goes out, and nothing but power: each line in phase. */
  @ParameterizedTest
  @MethodSource("threePhaseOnes")
  void aBalancedLoadIsInPhaseWithEachPrimaryLine(Transformer transformer) {
    Map<Phase, Phasor> primary = transformer.primary(balanced(transformer.secondary()));

    for (Phase line : Phase.values()) {
      Phasor volts = toCentre(transformer.primary(), line);
      assertThat(at(primary, line).direction().minus(volts.direction()).magnitude())
          .as("%s of %s", line, transformer)
          .isLessThan(0.01);
    }
    double there = power(transformer.primary(), primary);
    double here = power(transformer.secondary(), balanced(transformer.secondary()));
    assertThat(there).isCloseTo(here, within(0.01 * here));
  }

  @ParameterizedTest
  @CsvSource({
    "480Y/277, L1, L2, 25000, 104166, 52083, 0.5",
    "480Y/277, L3, L1, 25000, 104166, 52083, 0.5",
    "208Y/120, L2, L3, 10000,  41666, 48076, 1.1538",
    "240,      L1, L3, 10000,  41666, 41666, 1.0",
    "240D/120, L2, L3, 10000,  41666, 41666, 1.0",
    "120/208,  L2, L1, 10000,  41666, 48076, 1.1538",
  })
  void splitPhaseComesFromTwoLinesAndIsInPhaseWithTheVoltageBetweenThem(
      String primary, Phase from, Phase to, int va, int secondary, int primaryLimit, double ratio) {
    SupplySystem system = SupplySystem.of(primary).orElseThrow();
    Transformer transformer =
        new Transformer(va, VectorGroup.II0, system, SupplySystem.SPLIT_PHASE, List.of(from, to));

    Map<Phase, Phasor> lines =
        transformer.primary(
            new Wiring.LineToLine(L1, L2).currents(SupplySystem.SPLIT_PHASE).getFirst());

    Phasor between = system.voltage(from).minus(system.voltage(to)).direction();
    assertThat(lines).containsOnlyKeys(from, to);
    assertThat(at(lines, from).direction().minus(between).magnitude()).isLessThan(1e-6);
    assertThat(at(lines, from).plus(at(lines, to)).magnitude()).isLessThan(1e-9);
    assertThat(at(lines, from).magnitude()).isCloseTo(ratio, within(1e-4));
    assertThat(transformer.secondaryMilliamps()).isEqualTo(secondary);
    assertThat(transformer.primaryMilliamps()).isEqualTo(primaryLimit);
  }

  /** A load to neutral uses half the winding: half the amperes of one between the lines. */
  @Test
  void loadsToNeutralOfSplitPhaseCountHalf() {
    Transformer transformer =
        new Transformer(
            25_000,
            VectorGroup.II0,
            SupplySystem.WYE_480Y_277,
            SupplySystem.SPLIT_PHASE,
            List.of(L2, L3));
    for (Phase line : List.of(L1, L2)) {
      Map<Phase, Phasor> one =
          transformer.primary(
              new Wiring.LineToNeutral(line).currents(SupplySystem.SPLIT_PHASE).getFirst());
      assertThat(at(one, L2).magnitude()).isCloseTo(0.25, within(1e-9));
    }
  }

  @Test
  void hasTheRatioAndTheLimitsOfItsNameplate() {
    assertThat(GARAGE.ratio()).isEqualTo(0.25);
    assertThat(GARAGE.secondaryMilliamps()).isEqualTo(416_666);
    assertThat(GARAGE.primaryMilliamps()).isEqualTo(180_505);
  }

  /** Primary A = ¼ |I_AB + I_BC − 2·I_CA|: less load between B and C is more current in A. */
  @Test
  void carriesLineToLineLoadsAsTheWindingsDo() {
    Phasor ab = Phasor.polar(100, 30);
    Phasor bc = Phasor.polar(50, -90);

    Map<Phase, Phasor> both = GARAGE.primary(lines(ab, bc));
    Map<Phase, Phasor> alone = GARAGE.primary(lines(ab, Phasor.ZERO));

    assertThat(at(both, L1).magnitude()).isCloseTo(21.65, within(0.005));
    assertThat(at(alone, L1).magnitude()).isCloseTo(25.0, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("threePhaseOnes")
  void noDirectionOfMagnitudesExceedsTheirPlainSum(Transformer transformer) {
    Map<Phase, Long> most = transformer.primaryAtMost(Map.of(L1, 70_000, L2, 20_000, L3, 90_000));
    for (int a = 0; a < 360; a += 30) {
      for (int b = 0; b < 360; b += 30) {
        Map<Phase, Phasor> lines =
            Map.of(
                L1, Phasor.polar(70_000, a),
                L2, Phasor.polar(20_000, b),
                L3, Phasor.polar(90_000, 0));
        transformer
            .primary(lines)
            .forEach(
                (line, current) ->
                    assertThat(current.magnitude())
                        .isLessThanOrEqualTo(most.getOrDefault(line, -1L) + 0.001));
      }
    }
  }

  @Test
  void measuredVoltsGoThroughIt() {
    Supply measured = new Supply(SupplySystem.WYE_480Y_277, 492, 950);

    assertThat(GARAGE.secondaryOf(measured))
        .isEqualTo(new Supply(SupplySystem.WYE_208Y_120, 213, 950));
    assertThat(GARAGE.secondaryOf(new Supply(SupplySystem.WYE_480Y_277, 552, 900)))
        .isEqualTo(new Supply(SupplySystem.WYE_208Y_120, 239, 900));
    assertThat(GARAGE.secondaryOf(new Supply(SupplySystem.WYE_480Y_277, 408, 900)))
        .isEqualTo(new Supply(SupplySystem.WYE_208Y_120, 177, 900));
  }

  @ParameterizedTest
  @CsvSource({
    "Dyn11, 120/240,  208Y/120",
    "Dyn11, 480Y/277, 240",
    "Dyn1,  480Y/277, 240D/120",
    "Yyn0,  240,      208Y/120",
    "Yyn0,  240D/120, 208Y/120",
    "Dd0,   480Y/277, 208Y/120",
    "Dd0,   120/208,  240",
    "Dyn11, 480Y/277, 120/208",
  })
  void refusesWhatNoSuchWindingMakes(String group, String primary, String secondary) {
    assertThatThrownBy(
            () ->
                new Transformer(
                    75_000,
                    VectorGroup.of(group).orElseThrow(),
                    SupplySystem.of(primary).orElseThrow(),
                    SupplySystem.of(secondary).orElseThrow()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(group + " needs ")
        .hasMessageEndingWith("not " + primary + " to " + secondary);
  }

  @Test
  void splitPhaseNeedsTwoLinesThatAreThere() {
    assertThatThrownBy(() -> splitPhase(SupplySystem.WYE_480Y_277, List.of(L1)))
        .hasMessage("Ii0 hangs between two lines of its primary, not [L1]");
    assertThatThrownBy(() -> splitPhase(SupplySystem.WYE_480Y_277, List.of(L2, L2)))
        .hasMessage("Ii0 hangs between two lines of its primary, not [L2, L2]");
    assertThatThrownBy(() -> splitPhase(SupplySystem.TWO_LEGS, List.of(L1, L3)))
        .hasMessage("a primary of 120/208 has no [L1, L3]");
  }

  /** 20 A to neutral at L1 alone: half of it returns through either half of that winding. */
  @Test
  void theNeutralOfAHighLegMagnetisesBothHalvesOfItsWinding() {
    Transformer transformer = delta(SupplySystem.HIGH_LEG_DELTA);
    Map<Phase, Phasor> primary = transformer.primary(Map.of(L1, Phasor.polar(20_000, 0)));

    double ratio = transformer.ratio();
    assertThat(at(primary, L1).magnitude()).isCloseTo(10_000 * ratio, within(1e-6));
    assertThat(at(primary, L2).magnitude()).isCloseTo(0, within(1e-6));
    assertThat(at(primary, L3).magnitude()).isCloseTo(10_000 * ratio, within(1e-6));
  }

  private static Transformer delta(SupplySystem secondary) {
    return new Transformer(75_000, VectorGroup.DD0, SupplySystem.WYE_480Y_277, secondary);
  }

  @Test
  void saysWhatEachWindingNeeds() {
    assertThat(VectorGroup.values())
        .allMatch(
            group ->
                group.needs().contains("secondary")
                    || group.needs().equals("a three-phase wye on both sides"));
  }

  @ParameterizedTest
  @CsvSource({"1", "100000000"})
  void acceptsWhatIsJustPossible(int voltAmperes) {
    Transformer transformer =
        new Transformer(
            voltAmperes, VectorGroup.DYN1, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);
    assertThat(transformer.voltAmperes()).isEqualTo(voltAmperes);
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "100000001"})
  void refusesAnImpossibleRating(int voltAmperes) {
    assertThatThrownBy(
            () ->
                new Transformer(
                    voltAmperes,
                    VectorGroup.DYN1,
                    SupplySystem.WYE_480Y_277,
                    SupplySystem.WYE_208Y_120))
        .hasMessageContaining("a transformer lies above 0");
  }

  private static Phasor at(Map<Phase, Phasor> lines, Phase line) {
    assertThat(lines).containsKey(line);
    return lines.getOrDefault(line, Phasor.ZERO);
  }

  private static Transformer splitPhase(SupplySystem primary, List<Phase> lines) {
    return new Transformer(25_000, VectorGroup.II0, primary, SupplySystem.SPLIT_PHASE, lines);
  }

  private static Map<Phase, Phasor> lines(Phasor ab, Phasor bc) {
    return Map.of(L1, ab, L2, bc.minus(ab), L3, bc.times(-1));
  }

  private static Map<Phase, Phasor> balanced(SupplySystem system) {
    Map<Phase, Phasor> lines = new EnumMap<>(Phase.class);
    new Wiring.ThreePhase(L1).currents(system).forEach(lines::putAll);
    return lines;
  }

  private static Phasor toCentre(SupplySystem system, Phase line) {
    Phasor centre =
        Stream.of(Phase.values())
            .map(system::voltage)
            .reduce(Phasor.ZERO, Phasor::plus)
            .times(1.0 / 3);
    return system.voltage(line).minus(centre);
  }

  /** Watts, of currents that return through each other. */
  private static double power(SupplySystem system, Map<Phase, Phasor> lines) {
    return lines.entrySet().stream()
        .mapToDouble(it -> it.getValue().dot(toCentre(system, it.getKey())))
        .sum();
  }
}
