package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.site.SiteSketch;
import org.junit.jupiter.api.Test;

/** What may hang between which lines of which supply. */
class SupplyRulesTest {

  private static final LineToLine L1_L2 = new LineToLine(Phase.L1, Phase.L2);

  @Test
  void aDeltaHasNoNeutral() {
    SiteSketch delta = on(Supply.DELTA_240);
    delta.evse("right", "service", L1_L2);
    delta.evse("wrong", "service", new LineToNeutral(Phase.L1));

    assertThat(SiteSketch.found(delta))
        .containsExactly(
            "ERROR spec.evses[1].wiring: EVSE 'wrong' is wired to neutral, and a 240 V delta has"
                + " none → wire it line to line, such as L1-L2");
  }

  @Test
  void nothingHangsBetweenAHighLegAndNeutral() {
    SiteSketch delta = on(Supply.HIGH_LEG_DELTA_240_120);
    delta.evse("right", "service", new LineToNeutral(Phase.L3));
    delta.evse("also", "service", L1_L2);
    delta.evse("wrong", "service", new LineToNeutral(Phase.L2));

    assertThat(SiteSketch.found(delta))
        .containsExactly(
            "ERROR spec.evses[2].wiring: EVSE 'wrong' would see the high leg's 208 V between L2"
                + " and neutral → wire it to L1-N or L3-N, or line to line");
  }

  @Test
  void nothingHangsToANeutralThatItsCircuitLacks() {
    SiteSketch wye = on(Supply.WYE_208Y_120);
    wye.circuit("panel", 100).under("service").withoutNeutral();
    wye.evse("right", "panel", L1_L2);
    wye.evse("wrong", "panel", new LineToNeutral(Phase.L1));

    assertThat(SiteSketch.found(wye))
        .containsExactly(
            "ERROR spec.evses[1].wiring: EVSE 'wrong' is wired to neutral, which its circuit"
                + " 'panel' lacks → wire it line to line, or set neutral: true there if it has"
                + " one");
  }

  @Test
  void twoLegsOfAWyeHaveNoThirdLine() {
    SiteSketch legs = on(Supply.TWO_LEGS_120_208);
    legs.evse("right", "service", L1_L2);
    legs.evse("wrong", "service", new LineToLine(Phase.L2, Phase.L3));

    assertThat(SiteSketch.found(legs))
        .containsExactly(
            "ERROR spec.evses[1].wiring: EVSE 'wrong' is wired to L3, which a supply of 120/208"
                + " lacks → it has [L1, L2]");
  }

  @Test
  void betweenLinesOf480VoltsOnlyARectifierConnects() {
    SiteSketch wye = on(Supply.WYE_480Y_277);
    wye.evse("post", "service", L1_L2);
    wye.evse("fast", "service", L1_L2).dc(10_000, 1_000, new AcInput(432, 940, 980));

    assertThat(SiteSketch.found(wye))
        .containsExactly(
            "ERROR spec.evses[0].wiring: EVSE 'post' would see 480 V between two lines → on"
                + " 480Y/277 wire it line to neutral or on three lines");
  }

  @Test
  void aRectifierFitsItsBranchBreakerAtTheLowestVoltage() {
    SiteSketch wye = on(Supply.WYE_480Y_277);
    AcInput input = new AcInput(747, 940, 980);
    ThreePhase all = new ThreePhase(Phase.L1);
    wye.evse("fits", "service", all).branchBreaker(100).dc(50_000, 5_000, input);
    wye.evse("trips", "service", all).branchBreaker(90).dc(50_000, 5_000, input);

    assertThat(SiteSketch.found(wye))
        .containsExactly(
            "ERROR spec.evses[1].dc.ratedKilowatts: EVSE 'trips' may draw 72.7 A, above 0.8 × its"
                + " branch breaker of 90 A → set dc.ratedKilowatts to 49.545 or less");
  }

  private static SiteSketch on(Supply supply) {
    SiteSketch sketch = new SiteSketch(supply);
    sketch.circuit("service", 400).base(0);
    return sketch;
  }
}
