package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.site.SiteSketch;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when every command stops: S3, and the fit of fallbacks of design §5. */
class LoadRulesTest {

  private static final Wiring L1_L2 = new LineToLine(Phase.L1, Phase.L2);
  private final SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);

  @Test
  void wantsABaseLoadAtTheServiceEntranceAndWhereverThereIsAMeter() {
    sketch.circuit("service", 400);
    sketch.circuit("metered", 200).under("service").meter("sub");
    sketch.circuit("evses-only", 200).under("service");

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[0].worstCaseBaseAmps: the service entrance 'service' declares no"
                + " worst-case base load → add worstCaseBaseAmps: the year's highest 15-min demand"
                + " without EVSEs plus one step",
            "ERROR spec.circuits[1].worstCaseBaseAmps: metered circuit 'metered' declares no"
                + " worst-case base load → add worstCaseBaseAmps: the year's highest 15-min demand"
                + " without EVSEs plus one step");
  }

  @Test
  void wantsABaseLoadOnEachPhase() {
    sketch.circuit("service", 400).base(Map.of(Phase.L1, 10_000, Phase.L3, 10_000));

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[0].worstCaseBaseAmps: circuit 'service' has [L1, L2, L3] but"
                + " declares base load on [L1, L3] → declare it on each phase of the circuit");
  }

  @Test
  void refusesANegativeBaseLoad() {
    sketch.circuit("service", 400).base(Map.of(Phase.L1, 10_000, Phase.L2, -1, Phase.L3, 10_000));

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[0].worstCaseBaseAmps: a base load is never negative → declare 0 or"
                + " more");
  }

  @Test
  void wantsAParentToCountTheBaseLoadBelowIt() {
    sketch.circuit("service", 400).base(100);
    sketch.circuit("panel", 200).under("service");
    sketch.circuit("shop", 100).under("panel").base(40);

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[2].worstCaseBaseAmps: circuit 'shop' carries up to 40 A of base"
                + " load on L1, its parent 'panel' declares only 0 A → declare at least 40 A on"
                + " 'panel'");
  }

  @Test
  void refusesFallbacksThatDoNotFitAndSaysHowManyMayStay() {
    sketch.circuit("service", 200).base(Map.of(Phase.L1, 130_000, Phase.L2, 100_000, Phase.L3, 0));
    tenPorts("service", 6);

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[0]: on L1 of 'service' a base load of 130 A and fallbacks of 60 A"
                + " (EVSEs: 10) exceed the 160 A (0.8 × 200 A) it may carry → 5 of the 10 EVSEs may"
                + " keep 6 A while the rest pause: set fallbackAmps: 0 on 5");
  }

  @Test
  void countsThoseAloneThatFallBackToACurrent() {
    sketch.circuit("service", 100).base(70);
    sketch.evse("one", "service", L1_L2).fallback(6);
    sketch.evse("two", "service", L1_L2).fallback(6);
    sketch.evse("three", "service", L1_L2).fallback(0);

    assertThat(found()).anyMatch(finding -> finding.contains("fallbacks of 12 A (EVSEs: 2)"));
  }

  @Test
  void acceptsWhatTheRemedyAsksFor() {
    sketch.circuit("service", 200).base(Map.of(Phase.L1, 130_000, Phase.L2, 100_000, Phase.L3, 0));
    IntStream.range(0, 10)
        .forEach(it -> sketch.evse("port-" + it, "service", L1_L2).fallback(it < 5 ? 6 : 0));

    assertThat(found()).allMatch(finding -> finding.startsWith("WARNING"));
  }

  @Test
  void acceptsFallbacksThatFitToTheMilliampere() {
    sketch.circuit("service", 200).base(100);
    tenPorts("service", 6);

    assertThat(found()).isEmpty();
  }

  @Test
  void refusesOneMilliampereMore() {
    int milliamps = 100_001;
    sketch.circuit("service", 200).base(Map.of(Phase.L1, milliamps, Phase.L2, 0, Phase.L3, 0));
    tenPorts("service", 6);

    assertThat(found())
        .singleElement()
        .asString()
        .startsWith("ERROR spec.circuits[0]: on L1")
        .contains("9 of the 10 EVSEs may keep 6 A");
  }

  @Test
  void looksAtEveryCircuitOnTheWayUp() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("panel", 60).under("service");
    sketch.circuit("row", 100).under("panel");
    tenPorts("row", 6);

    assertThat(found())
        .filteredOn(finding -> finding.startsWith("ERROR"))
        .allMatch(finding -> finding.contains("of 'panel'"))
        .hasSize(2);
  }

  @Test
  void saysThatLessFallbackWouldDo() {
    sketch.circuit("service", 100).base(20);
    IntStream.range(0, 10).forEach(it -> sketch.evse("p-" + it, "service", L1_L2).fallback(10));

    assertThat(found())
        .hasSize(2)
        .allMatch(finding -> finding.endsWith("all 10 EVSEs may keep 6 A: set fallbackAmps: 6"));
  }

  @Test
  void refusesEveryFallbackWhereTheBaseLoadAloneIsTooMuch() {
    sketch.circuit("service", 100).base(90);
    sketch.evse("port", "service", new LineToNeutral(Phase.L2)).fallback(6);

    assertThat(found())
        .contains(
            "ERROR spec.circuits[0]: on L2 of 'service' a base load of 90 A and fallbacks of 6 A"
                + " (EVSEs: 1) exceed the 80 A (0.8 × 100 A) it may carry → no EVSE may keep 6 A:"
                + " set control.fallback: pause, or fallbackAmps: 0 on all 1");
  }

  @Test
  void onlyWarnsOfTooMuchBaseLoadIfEveryEvsePauses() {
    sketch.circuit("service", 100).base(Map.of(Phase.L1, 90_000, Phase.L2, 0, Phase.L3, 0));
    sketch.evse("port", "service", L1_L2).fallback(0);

    assertThat(found())
        .containsExactly(
            "WARNING spec.circuits[0].worstCaseBaseAmps: on L1 of 'service' the worst base load of"
                + " 90 A alone exceeds the 80 A (0.8 × 100 A) it may carry → at such times every"
                + " EVSE below is paused");
  }

  @Test
  void countsNothingForAnEvseThatIsLockedOff() {
    sketch.circuit("service", 100).base(74);
    sketch.evse("first", "service", L1_L2).fallback(6);
    sketch.evse("second", "service", L1_L2).fallback(6).lockedOff();

    assertThat(found()).isEmpty();
  }

  @Test
  void warnsOfMinimumsThatWillTakeTurns() {
    sketch.circuit("service", 100).base(Map.of(Phase.L1, 30_000, Phase.L2, 0, Phase.L3, 0));
    tenPorts("service", 0);

    assertThat(found())
        .containsExactly(
            "WARNING spec.circuits[0]: on L1 of 'service' the minimums of 10 EVSEs (60 A) do not"
                + " all fit beside a base load of 30 A → they will take turns at such times");
  }

  private void tenPorts(String circuit, int fallbackAmps) {
    IntStream.range(0, 10)
        .forEach(it -> sketch.evse("port-" + it, circuit, L1_L2).fallback(fallbackAmps));
  }

  private List<String> found() {
    return SiteSketch.found(sketch);
  }
}
