package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.site.Control.Mode;
import dev.headroom.core.site.Output;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each mode follows, and the demand cap, which binds in all of them. */
class ControlModeTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** 100 A split phase: 80 A for hours, of which up to 40 A are the house's. */
  private static Sites home() {
    return Sites.on(Supply.SPLIT_PHASE_120_240)
        .service(100, 40)
        .evse("left", "service", new LineToLine(L1, L2), 40, 6)
        .evse("right", "service", new LineToLine(L1, L2), 40, 6);
  }

  private static ClosedLoop running(Sites sites) {
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.plugInAll();
    site.run(MINUTE);
    return site;
  }

  private static Ceiling ceilingOf(ClosedLoop site, String source) {
    return new Ceiling(
        "test",
        source,
        false,
        List.of(
            new CeilingInterval(
                site.now(), site.now().plus(MINUTE.multipliedBy(60)), new Amperes(24_000))));
  }

  @Test
  void staticCountsTheWorstBaseLoadWhateverTheMeterSays() {
    assertThat(running(home()).limit("left")).isEqualTo(40_000);
    assertThat(running(home().mode(Mode.STATIC)).limit("left")).isEqualTo(20_000);
  }

  @Test
  void eventsOfUtilitiesBindOnlyInDemandResponse() {
    for (Mode mode : List.of(Mode.DYNAMIC, Mode.DEMAND_RESPONSE)) {
      ClosedLoop site = running(home().mode(mode));
      site.controller().accept(ceilingOf(site, "events"));
      site.run(MINUTE);
      assertThat(site.limit("left")).isEqualTo(mode == Mode.DYNAMIC ? 40_000 : 12_000);
    }
  }

  @Test
  void anOperatorsCeilingBindsInEveryMode() {
    for (Mode mode : Mode.values()) {
      ClosedLoop site = running(home().mode(mode));
      site.controller().accept(ceilingOf(site, Ceiling.OPERATOR));
      site.run(MINUTE);
      assertThat(site.limit("left")).as("%s", mode).isLessThanOrEqualTo(12_000);
    }
  }

  /** 9.6 kW at 240 V are 40 A, both lines together; shared by two EVSEs. */
  @Test
  void theDemandCapHoldsAtEveryInstantAndSaysSo() {
    ClosedLoop site = running(home().demandCap(9_600));
    assertThat(site.limit("left")).isEqualTo(20_000);
    assertThat(site.reason("left").kind()).isEqualTo(Reason.Kind.DEMAND_CAP);
  }

  @Test
  void theDemandCapCountsASilentMeterAtItsWorst() {
    ClosedLoop site = running(home().demandCap(14_400)); // 60 A
    assertThat(site.limit("left")).isEqualTo(30_000);
    site.silenceMeter();
    site.run(MINUTE);
    assertThat(site.limit("left")).isEqualTo(10_000);
  }

  /** The high leg's amperes count with its 208 V: 448 W for each ampere on all three lines. */
  @Test
  void powerIsBoundedByEachLinesOwnVoltage() {
    Sites delta =
        Sites.on(Supply.HIGH_LEG_DELTA_240_120)
            .service(200, 40)
            .evse("all", "service", new ThreePhase(L1), 40, 6)
            .demandCap(8_960);
    assertThat(running(delta).limit("all")).isEqualTo(20_000);
  }

  /** S6: a rectifier knows no 6 A; it goes down to its own minimum and then pauses. */
  @Test
  void s6ARectifierStaysAboveItsOwnMinimumOrPauses() {
    Sites lot = Sites.on(Supply.WYE_480Y_277).service(100, 70).dc("fast", "service", 50_000, 2_000);
    ClosedLoop site = running(lot);
    Output.Dc output = (Output.Dc) site.charger("fast").evse.output();
    assertThat(output.minimumMilliamps()).isEqualTo(3_000);
    assertThat(site.limit("fast")).isEqualTo(72_700);
    assertThat(output.watts(site.limit("fast"))).isEqualTo(50_000);

    site.base(L1, 76);
    site.run(MINUTE);
    assertThat(site.limit("fast")).isEqualTo(4_000);
    assertThat(output.watts(site.limit("fast"))).isEqualTo(2_752);

    site.base(L1, 78);
    site.run(MINUTE);
    assertThat(site.limit("fast")).isZero();
  }
}
