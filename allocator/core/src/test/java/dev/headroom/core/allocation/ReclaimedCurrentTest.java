package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.memory.SiteMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a vehicle leaves unused is given to others, and it can grow back (design §6.4). */
class ReclaimedCurrentTest {

  private static ClosedLoop home() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(75, 20)
                .evse("small", "service", new LineToLine(L1, L2), 48, 6)
                .evse("hungry", "service", new LineToLine(L1, L2), 48, 6)
                .tree());
    site.charger("small").wants = 10_000;
    site.plugInAll();
    return site;
  }

  @Test
  void whatOneLeavesUnusedIsGivenToTheOther() {
    ClosedLoop site = home();
    site.run(Duration.ofSeconds(50));
    assertThat(site.limit("hungry")).isEqualTo(30_000);
    site.run(Duration.ofMinutes(1), () -> assertThat(site.overloads()).isEmpty());
    assertThat(site.limit("small")).isEqualTo(12_000);
    assertThat(site.reason("small").kind()).isEqualTo(Reason.Kind.SATISFIED);
    assertThat(site.limit("hungry")).isEqualTo(48_000);
  }

  @Test
  void itGrowsBackToItsShareWithinAMinute() {
    ClosedLoop site = home();
    site.run(Duration.ofMinutes(2));
    site.charger("small").wants = 1_000_000;
    site.charger("small").follows = site.now();
    site.run(Duration.ofMinutes(1), () -> assertThat(site.overloads()).isEmpty());
    assertThat(site.limit("small")).isEqualTo(30_000);
    assertThat(site.limit("hungry")).isEqualTo(30_000);
  }

  @Test
  void aSteadyDrawMovesNothingAfterwards() {
    ClosedLoop site = home();
    site.run(Duration.ofMinutes(3));
    List<List<Integer>> told = new ArrayList<>();
    site.run(
        Duration.ofMinutes(10), () -> told.add(List.of(site.limit("small"), site.limit("hungry"))));
    assertThat(told).containsOnly(told.getFirst());
  }

  /** So that it need be stored only when it changed. */
  @Test
  void atASteadySiteNothingNewIsRemembered() {
    ClosedLoop site = home();
    site.run(Duration.ofMinutes(3));
    SiteMemory before = site.controller().memory();
    assertThat(before).isNotEqualTo(SiteMemory.NONE);
    site.run(Duration.ofMinutes(2), () -> assertThat(site.controller().memory()).isEqualTo(before));
  }
}
