package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.DemandCap.Windows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No window's average exceeds the cap, though the power does for a while (design §6.6). */
class DemandCapTest {

  private static final int CAP = 12_000;
  private static final int BURST = 20_000;

  @ParameterizedTest
  @EnumSource(Windows.class)
  void aBurstIsPaidBackWithinTheWindow(Windows windows) {
    Sites sites =
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(200, 20)
            .demandCap(new DemandCap(CAP, Duration.ofMinutes(15), windows, BURST));
    for (int i = 0; i < 3; i++) {
      sites.evse("e" + i, "service", new LineToLine(L1, L2), 40, 6);
    }
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.base(L1, 5);
    site.base(L2, 5);
    List<Long> watts = new ArrayList<>();
    Runnable meter = () -> watts.add(watts(site));
    // Nobody is there for long enough to have seen a whole window; then all come at once.
    site.run(Duration.ofMinutes(24), meter);
    site.plugInAll();
    site.run(Duration.ofMinutes(36), meter);
    long before = Duration.ofMinutes(15).toSeconds() * 4;
    assertThat(watts.stream().mapToLong(it -> it).max().orElseThrow())
        .as("it bursts, but not beyond the burst")
        .isBetween(CAP + 2000L, (long) BURST);
    long sum = 0;
    for (int tick = 0; tick < watts.size(); tick++) {
      sum += watts.get(tick) - (tick >= before ? watts.get((int) (tick - before)) : 0);
      boolean counts = windows == Windows.SLIDING || (tick + 1) % before == 0;
      if (counts && tick + 1 >= before) {
        assertThat(sum / before).as("window to tick %d", tick).isLessThanOrEqualTo(CAP);
      }
    }
    long last =
        watts.subList(watts.size() - (int) before, watts.size()).stream().mapToLong(it -> it).sum()
            / before;
    assertThat(last).as("most of it is used").isGreaterThan(CAP * 8L / 10);
    assertThat(site.controller().memory().demand().peak().orElseThrow().watts())
        .isLessThanOrEqualTo(CAP);
  }

  private static long watts(ClosedLoop site) {
    long vehicles = 0;
    for (int i = 0; i < 3; i++) {
      vehicles += site.charger("e" + i).draw * 240L / 1000;
    }
    return vehicles + 5 * 240;
  }
}
