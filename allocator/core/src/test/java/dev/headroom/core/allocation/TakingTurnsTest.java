package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where minimums do not all fit vehicles take turns (design §6.3). */
class TakingTurnsTest {

  private static final Duration DWELL = Duration.ofMinutes(2);
  private static final List<String> ALL = List.of("a", "b", "c", "d");

  /** 10 A are left beside the base load: room for one minimum. */
  private static ClosedLoop tight() {
    Sites sites =
        Sites.on(Supply.SPLIT_PHASE_120_240).service(100, 70).pace(new Pace(DWELL, Duration.ZERO));
    for (String name : ALL) {
      sites.evse(name, "service", new LineToLine(L1, L2), 32, 0).priority(ALL.indexOf(name) * 10);
    }
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.base(L1, 70);
    site.base(L2, 70);
    return site;
  }

  @Test
  void everybodyHasTurnsOfADwellWhateverThePriorities() {
    ClosedLoop site = tight();
    site.plugInAll();
    // 2m + n/k dwells, and 20 s for each change until what is freed is seen to be free (S2).
    Duration bound = DWELL.plusSeconds(20).multipliedBy(2 * 4 + 4);
    Map<String, Instant> idleSince = new HashMap<>();
    Map<String, Instant> drawsSince = new HashMap<>();
    Map<String, Integer> turns = new HashMap<>();
    site.run(Duration.ofMinutes(1));
    site.run(
        bound.multipliedBy(2),
        () -> {
          assertThat(site.overloads()).isEmpty();
          for (String name : ALL) {
            if (site.charger(name).draw > 0) {
              idleSince.remove(name);
              drawsSince.putIfAbsent(name, site.now());
              continue;
            }
            Instant since = idleSince.computeIfAbsent(name, it -> site.now());
            assertThat(Duration.between(since, site.now())).isLessThanOrEqualTo(bound);
            if (drawsSince.containsKey(name)) {
              turns.merge(name, 1, Integer::sum);
              Duration turn = Duration.between(drawsSince.remove(name), site.now());
              assertThat(turn)
                  .as("%s %s", name, site.controller().memory())
                  .isGreaterThanOrEqualTo(DWELL.minusSeconds(5));
            }
          }
        });
    assertThat(turns.keySet()).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void aVehicleThatSleptThroughItsWaitIsWoken() {
    ClosedLoop site = tight();
    site.charger("a").plugIn();
    site.charger("a").asleep = true;
    site.run(Duration.ofSeconds(50));
    assertThat(site.limit("a")).as("%s", site.last).isGreaterThanOrEqualTo(6000);
    assertThat(site.charger("a").draw).isZero();
    boolean[] woken = {false};
    site.run(
        Duration.ofSeconds(60),
        () -> woken[0] |= site.reason("a").kind() == Reason.Kind.WAKE_UP && site.limit("a") == 0);
    assertThat(woken[0]).isTrue();
    assertThat(site.charger("a").draw).isGreaterThanOrEqualTo(6000);
  }

  @Test
  void aVehicleThatDoesNotWakeYieldsToTheNext() {
    ClosedLoop site = tight();
    site.charger("d").plugIn();
    site.charger("d").wants = 0;
    site.run(Duration.ofSeconds(20));
    site.charger("a").plugIn();
    site.run(Duration.ofSeconds(60));
    assertThat(site.charger("a").draw).isZero();
    site.run(Duration.ofSeconds(90));
    assertThat(site.charger("a").draw)
        .as("%s", site.controller().memory())
        .isGreaterThanOrEqualTo(6000);
    assertThat(site.limit("d")).isZero();
    assertThat(site.reason("d").kind()).isEqualTo(Reason.Kind.WAITS_FOR_ROOM);
  }
}
