package dev.headroom.world.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Sites of all kinds through their days and nights under overlapping faults. How many site-hours,
 * says {@code headroom.world.hours}: a day for each seed.
 */
class DaysTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int HOURS = Integer.getInteger("headroom.world.hours", 5040);
  private static final int SEEDS = Math.max(1, HOURS / 24);
  private static final int PROGRESS_EACH = 30;

  private final Map<FaultKind, Integer> begun = new EnumMap<>(FaultKind.class);
  private final List<String> broken = new ArrayList<>();
  private int lived;
  private double hours;
  private long wattHours;

  @Test
  void noDayBreaksARuleOfSafety() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    Campaign days = new Campaign(1, SEEDS, DAY, threads, Proof.DAYS, () -> Sabotage.NONE);
    days.run(_ -> progress(), () -> false).forEach(this::count);
    System.out.printf(
        "%d seeds, %.0f site-hours, %d kWh, faults %s, violations %s%n",
        SEEDS, hours, wattHours / 1000, begun, broken);
    assertEquals(List.of(), broken);
    assertEquals(EnumSet.allOf(FaultKind.class), begun.keySet(), "every fault occurs");
    int faults = begun.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(faults >= hours, () -> "too quiet: " + begun);
    assertTrue(wattHours / hours > 500, () -> "hardly anybody charges: " + wattHours + " Wh");
  }

  private void progress() {
    lived++;
    if (lived % PROGRESS_EACH == 0 && lived < SEEDS) {
      System.out.printf("%d of %d days%n", lived, SEEDS);
    }
  }

  private void count(Verdict verdict) {
    hours += verdict.lived().toMillis() / 3.6e6;
    wattHours += verdict.deliveredWattHours();
    for (Fault fault : verdict.faults().all()) {
      if (fault.start().isBefore(Setting.START.plus(verdict.lived()))) {
        begun.merge(fault.kind(), 1, Integer::sum);
      }
    }
    if (!verdict.clean()) {
      broken.add(
          "seed %d: %s; for its story run ./headroom chaos --sites any --hours 24 --replay %1$d"
              .formatted(verdict.seed(), verdict.violations().getFirst()));
    }
  }
}
