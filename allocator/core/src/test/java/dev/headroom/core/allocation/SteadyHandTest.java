package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which changes of limits are worth a command, and which must be made however small. */
class SteadyHandTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LineToLine BOTH = new LineToLine(Phase.L1, Phase.L2);

  /** 80 A at the service; the panel may carry 40 A of them. */
  private static ClosedLoop shop() {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(100, 20)
            .metered("panel", "service", 50, 10)
            .evse("inside", "panel", BOTH, 48, 6)
            .evse("outside", "service", BOTH, 48, 6)
            .tree());
  }

  private static void base(ClosedLoop site, String circuit, int amps) {
    List.of(Phase.L1, Phase.L2).forEach(line -> site.base(circuit, line, amps));
  }

  /** Half an ampere would be fairer; nothing is overloaded without it. */
  @Test
  void aCutOfLessThanAnAmpereIsNotMadeForFairnessAlone() {
    ClosedLoop site = shop();
    base(site, "panel", 6);
    base(site, "service", 5);
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("inside")).isEqualTo(34_000);
    assertThat(site.limit("outside")).isEqualTo(35_000);
    base(site, "panel", 5);
    base(site, "service", 6);
    site.run(MINUTE);
    assertThat(site.limit("inside")).isEqualTo(34_000);
    assertThat(site.limit("outside")).isEqualTo(35_000);
  }

  @Test
  void aCutOfAnAmpereIsMade() {
    ClosedLoop site = shop();
    base(site, "panel", 6);
    base(site, "service", 4);
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("inside")).isEqualTo(34_000);
    assertThat(site.limit("outside")).isEqualTo(36_000);
    base(site, "panel", 5);
    base(site, "service", 5);
    site.run(MINUTE);
    assertThat(site.limit("inside")).isEqualTo(35_000);
    assertThat(site.limit("outside")).isEqualTo(35_000);
  }

  /**
   * S1: what an idle EVSE may draw makes the service over-full, by less than an ampere for each.
   */
  @Test
  void s1ACutIsMadeHoweverSmallWhereABoundIsOverfull() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(100, 20)
                .evse("idle", "service", BOTH, 48, 6)
                .evse("one", "service", BOTH, 48, 6)
                .evse("two", "service", BOTH, 48, 6)
                .tree());
    base(site, "service", 10);
    site.charger("one").plugIn();
    site.charger("two").plugIn();
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(32_000);
    base(site, "service", 11);
    site.run(Duration.ofSeconds(3));
    assertThat(site.limit("one")).isEqualTo(31_500);
    assertThat(site.limit("two")).isEqualTo(31_500);
  }

  @Test
  void whoWasPausedComesBackWhereThereIsRoomForJustItsMinimum() {
    ClosedLoop site = shop();
    base(site, "service", 78);
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("inside")).isZero();
    assertThat(site.limit("outside")).isZero();
    base(site, "service", 68);
    site.run(MINUTE);
    assertThat(site.limit("inside")).isEqualTo(6000);
    assertThat(site.limit("outside")).isEqualTo(6000);
  }
}
