package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.site.SiteSketch;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a transformer may hang on, and what it may carry when every command stops. */
class TransformerRulesTest {

  private static final LineToLine AB = new LineToLine(Phase.L1, Phase.L2);
  private static final LineToLine BC = new LineToLine(Phase.L2, Phase.L3);
  private static final LineToLine CA = new LineToLine(Phase.L3, Phase.L1);

  private final SiteSketch sketch = new SiteSketch(Supply.WYE_480Y_277);

  @Test
  void theServiceEntranceHasNone() {
    sketch.circuit("service", 400).base(0).through(deltaWye(75));

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.circuits[0].transformer: the service entrance 'service' is fed through a"
                + " transformer → leave out the utility's own, or describe the circuit above it as"
                + " service entrance");
  }

  @Test
  void itsPrimaryIsTheSupplyAboveIt() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("panel", 250).under("service").through(deltaWye(75));
    sketch.circuit("row", 250).under("panel").through(deltaWye(45));

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.circuits[2].transformer.primary: the transformer of 'row' is made for"
                + " 480Y/277, and hangs on 208Y/120 → write primary: 208Y/120, or correct the"
                + " supply above it");
  }

  @Test
  void itHangsOnLinesThatItsParentHas() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("two", 100).under("service").phases(Set.of(Phase.L1, Phase.L2));
    sketch.circuit("three-phase", 250).under("two").through(deltaWye(45));
    sketch.circuit("split", 100).under("two").through(split(25, Phase.L2, Phase.L3));
    sketch.circuit("right", 100).under("two").through(split(25, Phase.L2, Phase.L1));

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.circuits[2].transformer.group: the transformer of 'three-phase' hangs on"
                + " L3, which its parent 'two' lacks → 'two' has [L1, L2]",
            "ERROR spec.circuits[3].transformer.primaryLines: the transformer of 'split' hangs on"
                + " L3, which its parent 'two' lacks → 'two' has [L1, L2]");
  }

  @Test
  void whatHangsBelowHasItsSecondary() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("shop", 100).under("service").through(split(25, Phase.L2, Phase.L3));
    sketch.circuit("row", 60).under("shop").phases(Set.of(Phase.L1, Phase.L2, Phase.L3));
    sketch.evse("right", "shop", AB);
    sketch.evse("wrong", "shop", CA);

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.circuits[2].phases: circuit 'row' uses L3, which its parent 'shop' lacks →"
                + " 'shop' has [L1, L2]",
            "ERROR spec.circuits[2].phases: circuit 'row' uses L3, which a supply of 120/240 lacks"
                + " → it has [L1, L2]",
            "ERROR spec.evses[1].wiring: EVSE 'wrong' is wired to L3, which a supply of 120/240"
                + " lacks → it has [L1, L2]");
  }

  /** Above it no AC charger could hang between 480 V lines. */
  @Test
  void belowItChargersHangBetweenLines() {
    garage(75);
    sketch.evse("below", "panel", AB);
    sketch.evse("above", "service", AB);

    assertThat(SiteSketch.found(sketch))
        .singleElement()
        .asString()
        .startsWith("ERROR spec.evses[1].wiring: EVSE 'above' would see 480 V");
  }

  @Test
  void aStationHangsOnOneSupply() {
    garage(75);
    sketch.evse("left", "panel", new LineToNeutral(Phase.L1)).at("CP-A", 1);
    sketch.evse("right", "service", new LineToNeutral(Phase.L1)).at("CP-A", 2);

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.evses[1].circuit: EVSEs 'left' and 'right' of station 'CP-A' hang on"
                + " 208Y/120 and 480Y/277 → a station has one supply: correct the circuit of"
                + " either");
  }

  @Test
  void aWyeToWyeNeedsTheNeutralAboveIt() {
    SiteSketch european = new SiteSketch(Supply.WYE_480Y_277);
    european.circuit("service", 400).base(0).withoutNeutral();
    european
        .circuit("panel", 250)
        .under("service")
        .through(
            new Transformer(
                75_000, VectorGroup.YYN0, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120));

    assertThat(SiteSketch.found(european))
        .containsExactly(
            "ERROR spec.circuits[1].transformer.group: loads to neutral of 'panel' return through a"
                + " neutral that its parent 'service' lacks → set neutral: true on 'service' if it"
                + " has one, or neutral: false here");
  }

  @Test
  void noNeutralIsRatedInADelta() {
    SiteSketch delta = new SiteSketch(Supply.DELTA_240);
    delta.circuit("service", 400).base(0).neutral(100);

    assertThat(SiteSketch.found(delta))
        .containsExactly(
            "ERROR spec.circuits[0].neutralAmps: circuit 'service' rates a neutral, which a 240 V"
                + " delta lacks → leave it out");
  }

  @Test
  void warnsOfATransformerThatItsParentCannotFeed() {
    sketch.circuit("service", 100).base(0);
    sketch.circuit("panel", 250).under("service").through(deltaWye(150));

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "WARNING spec.circuits[1].transformer.ratedKva: the transformer of 'panel' may take"
                + " 180.505 A, above the 100 A of its parent 'service' → check both nameplates; the"
                + " parent's rating binds");
  }

  /** 9 kVA ÷ 3 ÷ 277 V = 10.8 A: each 6 A between lines is 3 A in one primary line of three. */
  @Test
  void refusesFallbacksAboveItsKvaAndSaysHowManyMayStay() {
    garage(9);
    IntStream.range(0, 6).forEach(it -> sketch.evse("port-" + it, "panel", CA).fallback(6));

    assertThat(SiteSketch.found(sketch))
        .filteredOn(finding -> finding.contains("primary L1"))
        .containsExactly(
            "ERROR spec.circuits[1].transformer: on primary L1 of 'panel' a base load of 0 A and"
                + " fallbacks of 18 A (EVSEs: 6) exceed the 10.83 A (9 kVA) it may carry → 3 of the"
                + " 6 EVSEs may keep 6 A while the rest pause: set fallbackAmps: 0 on 3");
  }

  /** Plain sums would refuse them: 24 A on a line of 23.2 A, and in truth 20.8 A. */
  @Test
  void fallbacksAddUpAsPhasors() {
    SiteSketch wye = new SiteSketch(Supply.WYE_208Y_120);
    wye.circuit("service", 29).base(0);
    wye.evse("a", "service", AB).fallback(12);
    wye.evse("b", "service", CA).fallback(12);
    assertThat(SiteSketch.found(wye)).isEmpty();

    SiteSketch narrow = new SiteSketch(Supply.WYE_208Y_120);
    narrow.circuit("service", 25).base(0);
    narrow.evse("a", "service", AB).fallback(12);
    narrow.evse("b", "service", CA).fallback(12);
    assertThat(SiteSketch.found(narrow))
        .containsExactly(
            "ERROR spec.circuits[0]: on L1 of 'service' a base load of 0 A and fallbacks of 20.785"
                + " A (EVSEs: 2) exceed the 20 A (0.8 × 25 A) it may carry → all 2 EVSEs may keep"
                + " 6 A: set fallbackAmps: 6");
  }

  /** BC unplugged, AB alone loads primary L1 with more than both: 25.0 A, not 21.65 A. */
  @Test
  void theWorstOfTheFallbacksCountsWhereLessIsMore() {
    garage(20);
    sketch.evse("ab", "panel", AB).branchBreaker(150).maximum(100).fallback(100);
    sketch.evse("bc", "panel", BC).branchBreaker(150).maximum(50).fallback(50);

    assertThat(SiteSketch.found(sketch))
        .filteredOn(finding -> finding.contains("primary L1"))
        .singleElement()
        .asString()
        .contains("fallbacks of 25 A (EVSEs: 2) exceed the 24.067 A (20 kVA)");
  }

  @Test
  void refusesFallbacksAboveANeutral() {
    SiteSketch wye = new SiteSketch(Supply.WYE_208Y_120);
    wye.circuit("service", 100).base(0).neutral(20);
    for (int it = 0; it < 8; it++) {
      wye.evse("port-" + it, "service", new LineToNeutral(Phase.values()[it % 2])).fallback(6);
    }

    assertThat(SiteSketch.found(wye))
        .containsExactly(
            "ERROR spec.circuits[0].neutralAmps: on the neutral of 'service' a base load of 0 A and"
                + " fallbacks of 24 A (EVSEs: 8) exceed the 20 A (neutralAmps) it may carry → 6 of"
                + " the 8 EVSEs may keep 6 A while the rest pause: set fallbackAmps: 0 on 2");
  }

  /** Primary L1 = ¼ (10 A + 40 A), wherever they point. */
  @Test
  void wantsAParentToCountTheBaseLoadThatItPassesOn() {
    sketch.circuit("service", 400).base(12);
    sketch
        .circuit("panel", 250)
        .under("service")
        .through(deltaWye(75))
        .base(Map.of(Phase.L1, 10_000, Phase.L2, 20_000, Phase.L3, 40_000));

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.circuits[1].worstCaseBaseAmps: circuit 'panel' passes on up to 12.5 A of"
                + " base load on L1, its parent 'service' declares only 12 A → declare at least"
                + " 12.5 A on 'service'");
  }

  @Test
  void itsSidesAreFiguresOfTheirOwn() {
    sketch.circuit("service", 400).base(30);
    sketch
        .circuit("panel", 250)
        .under("service")
        .meter("sub")
        .through(deltaWye(75))
        .base(40)
        .rises(OptionalInt.of(10_000), OptionalInt.of(20_000));
    IntStream.range(0, 12).forEach(it -> sketch.evse("port-" + it, "panel", CA));

    ConductorFigures primary =
        SiteFigures.of(sketch.site()).conductors().stream()
            .filter(it -> it.label().equals("primary L1"))
            .findFirst()
            .orElseThrow();

    assertThat(primary.continuous()).isEqualTo(90_252);
    assertThat(primary.worstBase()).isEqualTo(20_000);
    assertThat(primary.minimums()).isEqualTo(36_000); // ½ of 12 × 6 A
    assertThat(primary.reach()).isEqualTo(100_000); // ¼ of twice the 200 A that its breaker passes
    assertThat(primary.withoutMeter()).isEqualTo((int) (90_252 * 1.13) - 5_000);
    assertThat(primary.withoutLinks()).isEqualTo(90_252 - 10_000);
    assertThat(primary.binding()).isEqualTo(ConductorFigures.Binding.LINKS_LOST);
  }

  private void garage(int kva) {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("panel", 250).under("service").through(deltaWye(kva));
  }

  private static Transformer deltaWye(int kva) {
    return new Transformer(
        kva * 1000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);
  }

  private static Transformer split(int kva, Phase from, Phase to) {
    return new Transformer(
        kva * 1000,
        VectorGroup.II0,
        SupplySystem.WYE_480Y_277,
        SupplySystem.SPLIT_PHASE,
        List.of(from, to));
  }
}
