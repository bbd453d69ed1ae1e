package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S3: a CT that can't be right is missing, however fresh its readings are. */
class S3ImplausibleCtTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static ClosedLoop home() {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(100, 60)
            .evse("left", "service", new LineToLine(L1, L2), 32, 6)
            .evse("right", "service", new LineToLine(L1, L2), 32, 6)
            .tree());
  }

  @Test
  void anOpenClampIsMissing() {
    ClosedLoop site = home();
    site.charger("left").plugIn();
    site.run(MINUTE);
    assertThat(site.limit("left")).isEqualTo(32_000);
    site.ct = milliamps -> 100;
    site.run(MINUTE);
    // 80 A less 60 A of worst-case base load and the 6 A of the idle one.
    assertThat(site.limit("left")).isEqualTo(14_000);
    assertThat(site.reason("left").kind()).isEqualTo(Reason.Kind.METER_MISSING);
  }

  @Test
  void aCtThatDoesNotFollowThreeStepsIsMissingUntilItFollowsOne() {
    ClosedLoop site = home();
    site.ct = milliamps -> 40_000;
    for (int step = 0; step < 3; step++) {
      site.charger("left").plugIn();
      site.run(MINUTE);
      site.charger("left").unplug();
      site.run(MINUTE);
    }
    site.charger("left").plugIn();
    site.run(MINUTE);
    assertThat(site.reason("left").kind()).isEqualTo(Reason.Kind.METER_MISSING);
    assertThat(site.limit("left")).isEqualTo(14_000);

    site.ct = milliamps -> milliamps;
    site.charger("left").unplug();
    site.run(MINUTE);
    site.charger("left").plugIn();
    site.run(MINUTE);
    assertThat(site.limit("left")).isEqualTo(32_000);
  }

  @Test
  void aBaseLoadThatGoesBesideAStepIsNoReasonToDoubt() {
    ClosedLoop site = home();
    for (int step = 0; step < 4; step++) {
      site.charger("left").plugIn();
      site.base(L1, 10);
      site.run(MINUTE);
      site.charger("left").unplug();
      site.base(L1, 20);
      site.run(MINUTE);
    }
    site.charger("left").plugIn();
    site.run(MINUTE);
    assertThat(site.reason("left").kind()).isEqualTo(Reason.Kind.RATED_MAXIMUM);
  }
}
