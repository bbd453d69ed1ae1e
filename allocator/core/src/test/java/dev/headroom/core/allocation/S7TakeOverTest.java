package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** S7 and S1 at take-over: what an earlier owner issued is not forgotten. */
class S7TakeOverTest {

  private static ClosedLoop home() {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(100, 60)
            .evse("a", "service", new LineToLine(L1, L2), 48, 6)
            .evse("b", "service", new LineToLine(L1, L2), 48, 6)
            .tree());
  }

  @Test
  void everySiteIsReissuedUnderTheNewEpoch() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    site.takeOver();
    site.run(Duration.ofMillis(250));
    assertThat(site.last.map(allocation -> allocation.revision().epoch())).contains(2L);
  }

  @Test
  void nothingRisesUntilAcknowledgedInTheNewEpochAndNothingOverloads() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofSeconds(3));
    int before = site.limit("a");
    site.charger("b").online = false;
    site.takeOver();
    site.run(
        Duration.ofMinutes(1),
        () -> {
          assertThat(site.overloads()).isEmpty();
          assertThat(site.limit("b")).isLessThanOrEqualTo(Math.max(before, 6000));
        });
  }

  /** To go back to where the earlier owner left them is a raise: the base load may have risen. */
  @Test
  void s1AfterATimeWithoutAnOwnerItGoesOnFromWhereTheGatewayCutTo() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("a")).isEqualTo(40_000);
    site.charger("a").fallsBack();
    site.charger("b").fallsBack();
    // Just before the CT is read again: the new owner's first look has all it needs.
    site.nobodyOwns(Duration.ofMinutes(2).plusMillis(750));
    site.base(L1, 50);
    site.base(L2, 50);
    site.takeOver();
    site.run(
        Duration.ofMinutes(1),
        () ->
            assertThat(site.limit("a") + site.limit("b"))
                .as("what 50 A of base load leave of 80 A")
                .isLessThanOrEqualTo(30_000));
    assertThat(site.limit("a")).isEqualTo(15_000);
  }

  /** A gateway that comes back finds chargers at their fallbacks, and the base load risen. */
  @Test
  void s1OnAnotherConnectionItGoesOnFromTheFallback() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("a")).isEqualTo(40_000);
    site.charger("a").isLeftAlone();
    site.charger("b").isLeftAlone();
    site.run(Duration.ofSeconds(10));
    site.base(L1, 50);
    site.base(L2, 50);
    site.run(Duration.ofMinutes(2));
    site.charger("a").connectsAnew();
    site.charger("b").connectsAnew();
    site.run(
        Duration.ofMinutes(1),
        () ->
            assertThat(site.limit("a") + site.limit("b"))
                .as("what 50 A of base load leave of 80 A")
                .isLessThanOrEqualTo(30_000));
    assertThat(site.last.orElseThrow().limits())
        .allSatisfy(limit -> assertThat(limit.connection()).hasValue(8));
    assertThat(site.limit("a")).isEqualTo(15_000);
  }

  @Test
  void anEvseIsReservedAtWhatTheEarlierOwnerIssued() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("a")).isEqualTo(40_000);
    site.charger("b").unplug();
    SiteController next =
        new SiteController(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(100, 60)
                .evse("a", "service", new LineToLine(L1, L2), 48, 6)
                .evse("b", "service", new LineToLine(L1, L2), 48, 6)
                .tree(),
            1,
            9,
            site.last);
    next.accept(site.charger("a").state());
    next.accept(site.charger("b").state());
    Optional<Allocation> first = next.decide(site.now());
    assertThat(first.orElseThrow().circuits().getFirst().mostMilliamps()).isEqualTo(80_000);
  }
}
