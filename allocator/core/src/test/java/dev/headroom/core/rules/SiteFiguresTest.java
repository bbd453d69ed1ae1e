package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.rules.ConductorFigures.Binding;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.SiteSketch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SiteFiguresTest {

  private static final LineToLine L1_L2 = new LineToLine(Phase.L1, Phase.L2);

  private final SiteSketch sketch = new SiteSketch(Supply.SPLIT_PHASE_120_240);

  @Test
  void addsUpEachPhaseOfEachCircuit() {
    sketch.circuit("service", 200).base(80);
    sketch.circuit("panel", 60).under("service");
    sketch.evse("one", "panel", L1_L2).fallback(8);
    sketch.evse("two", "panel", L1_L2);
    sketch.evse("three", "service", L1_L2).fallback(0);
    sketch.evse("off", "service", L1_L2).lockedOff();

    SiteFigures figures = SiteFigures.of(sketch.site());

    assertThat(figures.conductors())
        .extracting(it -> it.circuit().name() + " " + it.label())
        .containsExactly("service L1", "service L2", "panel L1", "panel L2");
    ConductorFigures service = figures.service().getFirst();
    assertThat(service.continuous()).isEqualTo(160_000);
    assertThat(service.worstBase()).isEqualTo(80_000);
    assertThat(service.fallbacks()).isEqualTo(14_000);
    assertThat(service.minimums()).isEqualTo(18_000);
    assertThat(service.room()).isEqualTo(80_000);
    assertThat(service.reach()).isEqualTo(48_000 + 32_000); // the panel carries 48 A of 64 A
  }

  @Test
  void countsWhoCanChargeAtOnceAtTheWorst() {
    sketch.circuit("service", 100).base(60);
    for (int i = 0; i < 5; i++) {
      sketch.evse("port-" + i, "service", L1_L2);
    }

    assertThat(SiteFigures.of(sketch.site()).atOnce()).isEqualTo(3); // 20 A for 6 A each
  }

  /** Of 20 A: whoever needs least goes first, and takes nothing where it does not fit. */
  @Test
  void countsTheSmallestFirst() {
    sketch.circuit("service", 100).base(60);
    sketch.evse("both-lines", "service", L1_L2).accepts(10_000, PilotSteps.TENTHS);
    sketch.evse("first", "service", new LineToNeutral(Phase.L1)).accepts(12_000, PilotSteps.TENTHS);
    sketch
        .evse("second", "service", new LineToNeutral(Phase.L2))
        .accepts(12_000, PilotSteps.TENTHS);

    assertThat(SiteFigures.of(sketch.site()).atOnce()).isEqualTo(2);
  }

  @Test
  void whoIsLockedOffOrDoesNotFitItsPanelTakesNothing() {
    sketch.circuit("service", 100).base(60);
    sketch.circuit("full-panel", 20).under("service").base(12);
    sketch.evse("off", "service", L1_L2).lockedOff();
    sketch.evse("in-the-panel", "full-panel", L1_L2);
    sketch.evse("small", "service", L1_L2).accepts(7000, PilotSteps.TENTHS);
    sketch.evse("large", "service", L1_L2).accepts(13_000, PilotSteps.TENTHS);

    assertThat(SiteFigures.of(sketch.site()).atOnce()).isEqualTo(2);
  }

  @Test
  void whoIsLockedOffNeverCharges() {
    sketch.circuit("service", 100).base(60);
    sketch.evse("off", "service", L1_L2).lockedOff();

    assertThat(SiteFigures.of(sketch.site()).atOnce()).isZero();
  }

  @Test
  void aPanelThatIsOverfullByItselfHoldsNobodyElsewhere() {
    sketch.circuit("service", 100).base(60);
    sketch.circuit("overfull", 20).under("service").base(30);
    sketch.evse("in-it", "overfull", L1_L2);
    sketch.evse("beside-it", "service", L1_L2);

    assertThat(SiteFigures.of(sketch.site()).atOnce()).isEqualTo(1);
  }

  /** 9.6 kW are 40 A at 240 V: 20 A of base load and three EVSEs at 6 A. */
  @Test
  void theDemandCapCountsToo() {
    sketch.circuit("service", 100).base(20);
    for (int i = 0; i < 5; i++) {
      sketch.evse("port-" + i, "service", L1_L2);
    }
    SiteFigures figures = SiteFigures.of(sketch.control(capped(9_600)).site());

    assertThat(figures.demandCapMilliamps()).hasValue(40_000);
    assertThat(figures.atOnce()).isEqualTo(3);
  }

  @Test
  void warnsWhereADemandCapCannotBeKept() {
    sketch.circuit("service", 100).base(30);
    sketch.evse("port-1", "service", L1_L2);
    sketch.evse("port-2", "service", L1_L2);

    assertThat(SiteSketch.found(sketch.control(capped(10_000))))
        .containsExactly(
            "WARNING spec.control.demandCap: base load and fallbacks of up to 10.08 kW exceed the"
                + " cap of 10 kW → when commands stop the cap may not be kept; set smaller"
                + " fallbacks");
    assertThat(SiteSketch.found(sketch.control(capped(10_080)))).isEmpty();
    assertThat(SiteSketch.found(sketch.control(capped(7_200))))
        .singleElement()
        .asString()
        .contains("base load and fallbacks");
    assertThat(SiteSketch.found(sketch.control(capped(7_000))))
        .containsExactly(
            "WARNING spec.control.demandCap: the worst base load of up to 7.2 kW alone exceeds the"
                + " cap of 7 kW → at such times every EVSE is paused, and the cap is not kept");
  }

  private static Control capped(int watts) {
    return new Control(
        Control.Mode.DYNAMIC,
        Control.Fallback.MINIMUM,
        Control.STALE_AFTER,
        Control.RAISE_DELAY,
        Optional.of(new DemandCap(watts, Duration.ofMinutes(15))));
  }

  /** 200 A less 100 A that may come back: below the 160 A that the rating leaves at night. */
  @Test
  void s9SaysWhereTheLossOfAllLinksBinds() {
    sketch
        .circuit("service", 200)
        .meter("main")
        .base(100)
        .rises(OptionalInt.of(0), OptionalInt.empty());
    for (int i = 0; i < 4; i++) {
      sketch.evse("port-" + i, "service", L1_L2);
    }

    ConductorFigures service = SiteFigures.of(sketch.site()).service().getFirst();

    assertThat(service.withoutLinks()).isEqualTo(100_000);
    assertThat(service.binding()).isEqualTo(Binding.LINKS_LOST);
    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "WARNING spec.circuits[0]: on L1 of 'service' blind time (S9) leaves the EVSEs 100 A at"
                + " low base load, not the 128 A of the rating: with all links lost, the base load"
                + " may come back before chargers fall back → declare baseRiseWithinTtlAmps if the"
                + " base load rises by less; until then limits stay that low");
  }

  /** A 100 %-rated breaker: 1.13 × 100 A less a step of 40 A leaves 73 A for a hundred. */
  @Test
  void s9SaysWhereTheLossOfAMeterBinds() {
    sketch
        .circuit("service", 100)
        .meter("main")
        .factor(1000)
        .base(40)
        .rises(OptionalInt.of(40_000), OptionalInt.of(20_000));
    for (int i = 0; i < 4; i++) {
      sketch.evse("port-" + i, "service", L1_L2);
    }

    ConductorFigures service = SiteFigures.of(sketch.site()).service().getFirst();

    assertThat(service.withoutMeter()).isEqualTo(73_000);
    assertThat(service.withoutLinks()).isEqualTo(80_000);
    assertThat(service.binding()).isEqualTo(Binding.METER_LOST);
    assertThat(SiteSketch.found(sketch))
        .singleElement()
        .asString()
        .contains("73 A at low base load, not the 100 A of the rating: with its meter lost");
  }

  /**
   * 10 A at once are one load, on one line; 20 A in the time to live may be on each of three. Of a
   * neutral of 100 A they leave 113 A - 10 A, and 100 A - 60 A.
   */
  @Test
  void s9CountsARiseOnEveryLineInTheNeutral() {
    SiteSketch wye = new SiteSketch(Supply.WYE_208Y_120);
    wye.circuit("service", 200)
        .meter("main")
        .base(30)
        .neutral(100)
        .rises(OptionalInt.of(10_000), OptionalInt.of(20_000));
    wye.evse("port", "service", new LineToNeutral(Phase.L1));

    ConductorFigures neutral =
        SiteFigures.of(wye.site()).conductors().stream()
            .filter(it -> it.label().equals("neutral"))
            .findFirst()
            .orElseThrow();

    assertThat(neutral.withoutMeter()).isEqualTo(103_000);
    assertThat(neutral.withoutLinks()).isEqualTo(40_000);
  }

  @Test
  void s9DoesNotBindWhatEvsesCannotReach() {
    sketch
        .circuit("service", 200)
        .meter("main")
        .base(100)
        .rises(OptionalInt.of(0), OptionalInt.empty());
    sketch.evse("port", "service", L1_L2);

    assertThat(SiteFigures.of(sketch.site()).service().getFirst().binding())
        .isEqualTo(Binding.NOTHING);
    assertThat(SiteSketch.found(sketch)).isEmpty();
  }

  @Test
  void s9DoesNotBindWithoutAMeterThatCouldSeeLess() {
    sketch.circuit("service", 200).base(100).rises(OptionalInt.empty(), OptionalInt.empty());
    for (int i = 0; i < 4; i++) {
      sketch.evse("port-" + i, "service", L1_L2);
    }

    assertThat(SiteFigures.of(sketch.site()).service().getFirst().binding())
        .isEqualTo(Binding.CONTINUOUS);
  }

  /** Static mode counts the worst base load always, so that nothing can come back. */
  @Test
  void s9DoesNotBindWhereTheWorstBaseLoadAlwaysCounts() {
    sketch
        .circuit("service", 200)
        .meter("main")
        .base(100)
        .rises(OptionalInt.empty(), OptionalInt.empty());
    for (int i = 0; i < 4; i++) {
      sketch.evse("port-" + i, "service", L1_L2);
    }
    Control control =
        new Control(
            Control.Mode.STATIC,
            Control.Fallback.MINIMUM,
            Control.STALE_AFTER,
            Control.RAISE_DELAY,
            Optional.empty());

    ConductorFigures service = SiteFigures.of(sketch.control(control).site()).service().getFirst();

    assertThat(service.withinRating()).isEqualTo(60_000);
    assertThat(service.binding()).isEqualTo(Binding.CONTINUOUS);
  }

  @Test
  void refusesAStepThatTheWorstCaseLeavesOut() {
    sketch.circuit("service", 100).base(20).rises(OptionalInt.of(30_000), OptionalInt.of(0));

    assertThat(SiteSketch.found(sketch))
        .containsExactly(
            "ERROR spec.circuits[0].largestBaseStepAmps: circuit 'service' declares a step of 30 A,"
                + " above its worst-case base load → count the step into worstCaseBaseAmps");
  }
}
