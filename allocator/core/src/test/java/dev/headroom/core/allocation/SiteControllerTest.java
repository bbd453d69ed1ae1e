package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteControllerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static ClosedLoop garage() {
    return new ClosedLoop(
        Sites.on(Supply.WYE_400Y_230)
            .service(100, 50)
            .evse("one", "service", new LineToNeutral(L1), 32, 6)
            .evse("two", "service", new LineToNeutral(L2), 32, 6)
            .evse("three", "service", new LineToNeutral(L3), 32, 6)
            .evse("all", "service", new ThreePhase(L1), 32, 6)
            .tree());
  }

  @Test
  void idlePortsKeepTheirFallback() {
    ClosedLoop site = garage();
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(6000);
    assertThat(site.reason("one").kind()).isEqualTo(Reason.Kind.IDLE);
  }

  @Test
  void givesEveryoneTheirMaximumWhenItFits() {
    ClosedLoop site = garage();
    site.plugInAll();
    site.run(MINUTE);
    assertThat(List.of("one", "two", "three", "all"))
        .allSatisfy(evse -> assertThat(site.limit(evse)).isEqualTo(32_000))
        .allSatisfy(
            evse -> assertThat(site.reason(evse).kind()).isEqualTo(Reason.Kind.RATED_MAXIMUM));
  }

  @Test
  void aStepInBaseLoadOnL2LowersExactlyTheEvsesThatLoadL2() {
    ClosedLoop site = garage();
    site.plugInAll();
    site.run(MINUTE);
    site.base(L2, 40);
    site.run(MINUTE);
    assertThat(site.limit("two")).isEqualTo(20_000);
    assertThat(site.limit("all")).isEqualTo(20_000);
    assertThat(site.reason("two"))
        .isEqualTo(Reason.at(Reason.Kind.FAIR_SHARE, "service", L2).withinMilliamps(80_000));
    assertThat(site.limit("one")).isEqualTo(32_000);
    assertThat(site.limit("three")).isEqualTo(32_000);
    site.base(L2, 0);
    site.run(MINUTE);
    assertThat(site.limit("two")).isEqualTo(32_000);
  }

  @Test
  void pausesTheLastPortWhenFloorsDoNotFit() {
    ClosedLoop site = garage();
    site.charger("two").plugIn();
    site.run(MINUTE);
    site.charger("all").plugIn();
    site.run(MINUTE);
    site.base(L2, 70);
    site.run(MINUTE);
    assertThat(site.limit("two")).isBetween(6000, 10_000);
    assertThat(site.limit("all")).isZero();
    assertThat(site.reason("all"))
        .isEqualTo(Reason.at(Reason.Kind.WAITS_FOR_ROOM, "service", L2).withinMilliamps(80_000));
  }

  @Test
  void nestedCircuitsBindBeforeTheService() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.WYE_208Y_120)
                .service(200, 100)
                .panel("panel", "service", 50)
                .evse("a", "panel", new LineToLine(L1, L2), 32, 6)
                .evse("b", "panel", new LineToLine(L1, L2), 32, 6)
                .evse("c", "service", new LineToLine(L1, L3), 32, 6)
                .tree());
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("a")).isEqualTo(20_000);
    assertThat(site.limit("b")).isEqualTo(20_000);
    assertThat(site.limit("c")).isEqualTo(32_000);
    assertThat(site.reason("a").circuit()).contains("panel");
  }

  @Test
  void weightsShareInProportion() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(75, 20)
                .evse("light", "service", new LineToLine(L1, L2), 48, 6, 1)
                .evse("heavy", "service", new LineToLine(L1, L2), 48, 6, 2)
                .tree());
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("light")).isEqualTo(20_000);
    assertThat(site.limit("heavy")).isEqualTo(40_000);
  }

  @Test
  void aSatisfiedVehicleLeavesItsShareToOthers() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(75, 20)
                .evse("full", "service", new LineToLine(L1, L2), 48, 6)
                .evse("hungry", "service", new LineToLine(L1, L2), 48, 6)
                .tree());
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("hungry")).isEqualTo(30_000);
    var full = site.charger("full");
    full.wants = 0;
    full.draw = 0;
    full.session =
        full.session.map(
            session ->
                new dev.headroom.core.evse.ChargingSession(
                    session.id(), session.startedAt(), false));
    site.run(MINUTE);
    assertThat(site.limit("full")).isEqualTo(6000);
    assertThat(site.limit("hungry")).isEqualTo(48_000);
  }

  @Test
  void aCeilingLowersAtItsStartAndReleasesAtItsEnd() {
    ClosedLoop site = garage();
    site.plugInAll();
    site.run(MINUTE);
    var start = site.now().plusSeconds(30);
    var interval =
        new CeilingInterval(start, start.plusSeconds(120), new CeilingValue.Amperes(30_000));
    site.controller().accept(new Ceiling("test", "events", false, List.of(interval)));
    site.run(Duration.ofSeconds(29));
    assertThat(site.limit("one")).isEqualTo(32_000);
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(15_000);
    assertThat(site.limit("all")).isEqualTo(15_000);
    assertThat(site.reason("one").kind()).isEqualTo(Reason.Kind.CEILING);
    site.run(Duration.ofMinutes(2));
    assertThat(site.limit("one")).isEqualTo(32_000);
  }

  @Test
  void aCeilingInWattsBoundsThePowerOfTheWholeSite() {
    ClosedLoop site = garage();
    site.plugInAll();
    site.run(MINUTE);
    var interval =
        new CeilingInterval(
            site.now(), site.now().plusSeconds(600), new CeilingValue.Watts(13_800));
    site.controller().accept(new Ceiling("test", "events", false, List.of(interval)));
    site.run(MINUTE);
    // 13.8 kW at 230 V are 60 A over all phases: three single-phase and one three-phase at 10 A.
    assertThat(site.limit("one")).isEqualTo(10_000);
    assertThat(site.limit("all")).isEqualTo(10_000);
  }

  @Test
  void aCeilingKeepsTheFloorUnlessItMayPause() {
    ClosedLoop site = garage();
    site.plugInAll();
    site.run(MINUTE);
    var interval =
        new CeilingInterval(site.now(), site.now().plusSeconds(600), new CeilingValue.Amperes(0));
    site.controller().accept(new Ceiling("test", "events", false, List.of(interval)));
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(6000);
    site.controller().accept(new Ceiling("test", "events", true, List.of(interval)));
    site.run(MINUTE);
    assertThat(site.limit("one")).isZero();
  }

  @Test
  void reissuesWithinAMinuteThoughNothingChanges() {
    ClosedLoop site = garage();
    site.run(MINUTE);
    var before = site.last.orElseThrow().revision();
    site.run(Duration.ofSeconds(61));
    assertThat(site.last.orElseThrow().revision()).isGreaterThan(before);
  }
}
