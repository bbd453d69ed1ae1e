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
import org.junit.jupiter.api.Test;
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

  /** Every 10 s another slice of its last hour falls out of the window, large ones and small. */
  @Test
  void aSlidingWindowDoesNotMakeLimitsSwing() {
    Sites sites =
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(200, 20)
            .demandCap(new DemandCap(CAP, Duration.ofMinutes(15), Windows.SLIDING, BURST))
            .evse("e0", "service", new LineToLine(L1, L2), 80, 6);
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.plugInAll();
    List<Integer> limits = new ArrayList<>();
    site.run(Duration.ofMinutes(90), () -> limits.add(site.limit("e0")));
    int most = 0;
    int tenMinutes = 2400;
    for (int from = 0; from + tenMinutes < limits.size(); from += tenMinutes / 10) {
      most = Math.max(most, turns(limits.subList(from, from + tenMinutes)));
    }
    assertThat(most).as("turns by 2 A within 10 minutes").isLessThanOrEqualTo(12);
  }

  private static int turns(List<Integer> limits) {
    int turns = 0;
    int at = limits.getFirst();
    int direction = 0;
    for (int limit : limits) {
      int by = limit - at;
      if (by * direction > 0) {
        at = limit;
      } else if (Math.abs(by) >= 2000) {
        direction = Integer.signum(by);
        at = limit;
        turns++;
      }
    }
    return turns;
  }

  private static long watts(ClosedLoop site) {
    long vehicles = 0;
    for (int i = 0; i < 3; i++) {
      vehicles += site.charger("e" + i).draw * 240L / 1000;
    }
    return vehicles + 5 * 240;
  }
}
