package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S2: what a cut frees is given away only once the cut is seen in what is drawn. */
class S2DecreaseBeforeIncreaseTest {

  private static ClosedLoop home() {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(75, 20)
            .evse("first", "service", new LineToLine(L1, L2), 48, 6)
            .evse("second", "service", new LineToLine(L1, L2), 48, 6)
            .tree());
  }

  @Test
  void theSecondVehicleWaitsUntilTheFirstIsSeenToDrawLess() {
    ClosedLoop site = home();
    site.charger("first").plugIn();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("first")).isEqualTo(48_000);
    site.charger("second").plugIn();
    site.run(
        Duration.ofMinutes(1),
        () -> {
          assertThat(site.overloads()).isEmpty();
          if (site.limit("second") > 12_000) {
            assertThat(site.charger("first").draw).isLessThanOrEqualTo(30_000);
          }
        });
    assertThat(site.limit("first")).isEqualTo(30_000);
    assertThat(site.limit("second")).isEqualTo(30_000);
  }

  @Test
  void aChargerThatAcceptsAndIgnoresKeepsItsReservation() {
    ClosedLoop site = home();
    site.charger("first").plugIn();
    site.run(Duration.ofMinutes(1));
    site.charger("first").obeys = false;
    site.charger("second").plugIn();
    site.run(Duration.ofMinutes(3), () -> assertThat(site.overloads()).isEmpty());
    assertThat(site.charger("first").draw).isEqualTo(48_000);
    assertThat(site.limit("second")).isLessThanOrEqualTo(12_000);
  }

  /** A fallback that is raised is what an idle charger may begin with from then on. */
  @Test
  void aHigherFallbackWaitsUntilTheOthersAreSeenToHaveMadeRoom() {
    ClosedLoop site = new ClosedLoop(withFallbackOfSecond(0));
    site.base(L1, 8);
    site.base(L2, 8);
    site.charger("first").plugIn();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("first")).isEqualTo(48_000);
    assertThat(site.limit("second")).isZero();
    site.controller().redefine(withFallbackOfSecond(10), 2);
    site.run(
        Duration.ofMinutes(1),
        () -> {
          if (site.limit("second") > 0) {
            assertThat(site.charger("first").draw).isLessThanOrEqualTo(42_000);
          }
        });
    assertThat(site.limit("first")).isEqualTo(42_000);
    assertThat(site.limit("second")).isEqualTo(10_000);
  }

  private static SiteTree withFallbackOfSecond(int amperes) {
    return Sites.on(Supply.SPLIT_PHASE_120_240)
        .service(75, 20)
        .evse("first", "service", new LineToLine(L1, L2), 48, 6)
        .evse("second", "service", new LineToLine(L1, L2), 48, amperes)
        .tree();
  }
}
