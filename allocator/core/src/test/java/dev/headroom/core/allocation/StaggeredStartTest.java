package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After an outage EVSEs start one after the other (design §6.5). */
class StaggeredStartTest {

  private static final List<String> ALL = List.of("a", "b", "c", "d", "e", "f");

  private static ClosedLoop lot() {
    Sites sites = Sites.on(Supply.SPLIT_PHASE_120_240).service(400, 20);
    ALL.forEach(name -> sites.evse(name, "service", new LineToLine(L1, L2), 32, 6));
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(ALL).allSatisfy(name -> assertThat(site.limit(name)).isEqualTo(32_000));
    return site;
  }

  @Test
  void theyRiseOneAfterTheOther() {
    ClosedLoop site = lot();
    for (String name : ALL) {
      site.charger(name).online = false;
      site.charger(name).limit = 6000;
      site.charger(name).draw = 6000;
    }
    site.run(Duration.ofMinutes(5));
    ALL.forEach(name -> site.charger(name).online = true);
    Map<String, Instant> rose = new HashMap<>();
    boolean[] staggered = {false};
    site.run(
        Duration.ofMinutes(2),
        () -> {
          for (String name : ALL) {
            staggered[0] |= site.reason(name).kind() == Reason.Kind.STAGGERED_START;
            if (site.limit(name) > 6000) {
              rose.putIfAbsent(name, site.now());
            }
          }
        });
    assertThat(staggered[0]).isTrue();
    List<Instant> moments = rose.values().stream().sorted().toList();
    assertThat(moments).hasSize(ALL.size());
    for (int i = 2; i < moments.size(); i++) {
      assertThat(Duration.between(moments.get(i - 1), moments.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }
    assertThat(ALL).allSatisfy(name -> assertThat(site.limit(name)).isEqualTo(32_000));
  }

  @Test
  void onlyAnOutageIsSaidToStaggerThem() {
    ClosedLoop site = lot();
    site.silenceMeter();
    site.base(L1, 300);
    site.run(Duration.ofSeconds(20));
    site.meterSpeaks();
    site.run(
        Duration.ofMinutes(1),
        () ->
            assertThat(ALL)
                .extracting(name -> site.reason(name).kind())
                .doesNotContain(Reason.Kind.STAGGERED_START));
  }

  @Test
  void aNewOwnerOfAChargingSiteLowersAndDelaysNothing() {
    ClosedLoop site = lot();
    site.takeOver();
    site.run(
        Duration.ofMinutes(1),
        () ->
            assertThat(ALL)
                .allSatisfy(
                    name -> {
                      assertThat(site.limit(name)).isEqualTo(32_000);
                      assertThat(site.reason(name).kind())
                          .isNotEqualTo(Reason.Kind.STAGGERED_START);
                    }));
  }
}
