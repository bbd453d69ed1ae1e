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
