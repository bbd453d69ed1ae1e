package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.SiteTree;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ShortfallTest {

  private static final SiteTree HOME =
      Sites.on(Supply.SPLIT_PHASE_120_240)
          .service(100, 60)
          .evse("a", "service", new LineToLine(L1, L2), 48, 6)
          .tree();

  @Test
  void isWhatEachPhaseCarriesAboveACeilingInAmperes() {
    List<CircuitLoad> loads = List.of(measured(L1, 50_000), measured(L2, 30_000));
    assertThat(watts(loads, new CeilingValue.Amperes(40_000))).isEqualTo(1200);
    assertThat(watts(loads, new CeilingValue.Amperes(50_000))).isZero();
  }

  @Test
  void isTheWholeSitesPowerAboveACeilingInWatts() {
    List<CircuitLoad> loads = List.of(measured(L1, 50_000), measured(L2, 30_000));
    assertThat(watts(loads, new CeilingValue.Watts(9_000))).isEqualTo(600);
    assertThat(watts(loads, new CeilingValue.Watts(10_000))).isZero();
  }

  /** The high leg of 240D/120 is at 208 V. */
  @Test
  void countsEachPhaseAtItsOwnVolts() {
    SiteTree shop =
        Sites.on(Supply.HIGH_LEG_DELTA_240_120)
            .service(100, 60)
            .evse("a", "service", new LineToLine(L1, L2), 48, 6)
            .tree();
    List<InForce> ceilings = List.of(new InForce(new CeilingValue.Amperes(40_000), false));
    assertThat(Shortfall.watts(shop, List.of(measured(L1, 50_000)), ceilings)).isEqualTo(1200);
    assertThat(Shortfall.watts(shop, List.of(measured(L2, 50_000)), ceilings)).isEqualTo(2080);
  }

  @Test
  void s3CountsASilentMeterAtItsWorst() {
    var unknown = new CircuitLoad("service", L1, 80_000, OptionalInt.empty(), 60_000, 12_000);
    assertThat(watts(List.of(unknown), new CeilingValue.Amperes(40_000))).isEqualTo(3840);
  }

  @Test
  void isNothingWithoutACeiling() {
    assertThat(Shortfall.watts(HOME, List.of(measured(L1, 90_000)), List.of())).isZero();
  }

  private static CircuitLoad measured(Phase phase, int milliamps) {
    return new CircuitLoad("service", phase, 80_000, OptionalInt.of(milliamps), 0, 0);
  }

  private static long watts(List<CircuitLoad> loads, CeilingValue ceiling) {
    return Shortfall.watts(HOME, loads, List.of(new InForce(ceiling, false)));
  }
}
