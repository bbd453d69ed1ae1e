package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.BaseRises;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** S9: limits shrink so far that the breaker stays closed when nobody can act. */
class S9LimitsShrinkTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** 100 A of which the house may take 40 A at some time; nothing of it flows now. */
  private static ClosedLoop home(BaseRises rises, int eachAmps) {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .rising(rises)
            .service(100, 40)
            .evse("left", "service", new LineToLine(L1, L2), eachAmps, 6)
            .evse("right", "service", new LineToLine(L1, L2), eachAmps, 6)
            .tree());
  }

  private static ClosedLoop charging(ClosedLoop site) {
    site.plugInAll();
    site.run(MINUTE);
    return site;
  }

  @Test
  void undeclaredRisesCountUpToTheWorst() {
    ClosedLoop site = charging(home(BaseRises.UNDECLARED, 48));
    // (b): 100 A less the 40 A that may come while chargers follow their last limits.
    assertThat(site.limit("left")).isEqualTo(30_000);
    assertThat(site.reason("left").kind()).isEqualTo(Reason.Kind.BLIND_TIME);
    assertThat(site.reason("left").circuit()).contains("service");
  }

  @Test
  void aDeclaredRiseCountsAtWhatItIs() {
    BaseRises rises = new BaseRises(OptionalInt.of(10_000), OptionalInt.of(30_000));
    ClosedLoop site = charging(home(rises, 48));
    assertThat(site.limit("left")).isEqualTo(35_000);
  }

  /** The service may carry 80 A for hours: then blind time is not what binds. */
  @Test
  void bindsOnlyWhereItIsTighterThanTheRating() {
    BaseRises rises = new BaseRises(OptionalInt.of(10_000), OptionalInt.of(10_000));
    ClosedLoop site = charging(home(rises, 48));
    assertThat(site.limit("left")).isEqualTo(40_000);
    assertThat(site.reason("left").kind()).isEqualTo(Reason.Kind.FAIR_SHARE);
  }

  @Test
  void anUnprovenFallbackCountsAtItsRatedMaximum() {
    ClosedLoop site = home(BaseRises.UNDECLARED, 32);
    site.charger("right").proven = false;
    charging(site);
    // 60 A for both; 32 A of it are the right one's whatever it is told.
    assertThat(site.limit("left")).isEqualTo(28_000);
    assertThat(site.limit("right")).isEqualTo(32_000);
  }

  /**
   * The lost one may draw 40 A, the unproven one 32 A: together more than the 60 A. No limit helps
   * against the unproven one, so the last is held to the 20 A that are left beside the lost one.
   */
  @Test
  void whatALostOneMayDrawCountsAmongWhatNoLimitCanHelp() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .rising(BaseRises.UNDECLARED)
                .service(200, 140)
                .evse("lost", "service", new LineToLine(L1, L2), 40, 6)
                .evse("unproven", "service", new LineToLine(L1, L2), 32, 6)
                .evse("last", "service", new LineToLine(L1, L2), 32, 6)
                .tree());
    site.charger("lost").plugIn();
    site.run(MINUTE);
    assertThat(site.limit("lost")).isEqualTo(40_000);
    site.charger("lost").online = false;
    site.charger("unproven").proven = false;
    site.charger("unproven").plugIn();
    site.charger("last").plugIn();
    site.run(MINUTE);
    assertThat(site.limit("last")).isEqualTo(20_000);
  }

  /** 34 A beside the worst base load, of which the paused one would take 6 A without a link. */
  @Test
  void whoIsPausedCountsAtItsFallback() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .rising(BaseRises.UNDECLARED)
                .service(100, 66)
                .metered("panel", "service", 60, 45)
                .evse("paused", "panel", new LineToLine(L1, L2), 32, 6)
                .evse("charging", "service", new LineToLine(L1, L2), 40, 6)
                .tree());
    site.base("panel", L1, 44);
    site.base("panel", L2, 44);
    charging(site);
    assertThat(site.limit("paused")).isZero();
    assertThat(site.limit("charging")).isEqualTo(28_000);
    assertThat(site.reason("charging").kind()).isEqualTo(Reason.Kind.BLIND_TIME);
  }

  /** 8 A are less than two minimums; the rating has room for both. */
  @Test
  void whoDoesNotFitBlindTimeWaits() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .rising(BaseRises.UNDECLARED)
                .service(100, 92)
                .evse("left", "service", new LineToLine(L1, L2), 32, 0)
                .evse("right", "service", new LineToLine(L1, L2), 32, 0)
                .tree());
    charging(site);
    assertThat(site.limit("left") + site.limit("right")).isEqualTo(8000);
    String waits = site.limit("left") == 0 ? "left" : "right";
    assertThat(site.limit(waits)).isZero();
    assertThat(site.reason(waits)).isEqualTo(Reason.at(Reason.Kind.WAITS_FOR_ROOM, "service", L1));
  }

  @Test
  void whatNoLimitCanHelpPinsNobody() {
    ClosedLoop site = home(BaseRises.UNDECLARED, 48);
    site.charger("left").proven = false;
    site.charger("right").proven = false;
    charging(site);
    // Both unproven: 96 A against 60 A, whatever they are told. The rating holds all the same.
    assertThat(site.limit("left")).isEqualTo(40_000);
  }
}
