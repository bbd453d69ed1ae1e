package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.memory.EvseMemory;
import dev.headroom.core.site.Pace;
import dev.headroom.core.turn.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an earlier owner found out need not be found out again (design §6). */
class HandOverTest {

  private static final Duration DWELL = Duration.ofMinutes(2);

  /** Room for one minimum beside the base load. */
  private static ClosedLoop tight() {
    Sites sites =
        Sites.on(Supply.SPLIT_PHASE_120_240).service(100, 70).pace(new Pace(DWELL, Duration.ZERO));
    for (String name : List.of("a", "b", "c")) {
      sites.evse(name, "service", new LineToLine(L1, L2), 32, 0);
    }
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.base(L1, 70);
    site.base(L2, 70);
    return site;
  }

  private static Map<String, Turn.Place> places(ClosedLoop site) {
    Map<String, Turn.Place> places = new TreeMap<>();
    Map<String, EvseMemory> evses = site.controller().memory().evses();
    evses.forEach((evse, its) -> its.turn().ifPresent(turn -> places.put(evse, turn.place())));
    return places;
  }

  @Test
  void whoWaitedGoesOnWaitingFromThen() {
    ClosedLoop site = tight();
    site.plugInAll();
    site.run(Duration.ofSeconds(90));
    Map<String, Turn.Place> before = places(site);
    assertThat(before.values()).hasSize(3).anyMatch(Turn.Place.Has.class::isInstance);

    site.handOver();
    site.run(Duration.ofSeconds(5), () -> assertThat(site.overloads()).isEmpty());

    assertThat(places(site)).isEqualTo(before);
  }

  @Test
  void withoutItEverybodyWouldBeginAnew() {
    ClosedLoop site = tight();
    site.plugInAll();
    site.run(Duration.ofSeconds(90));
    Map<String, Turn.Place> before = places(site);

    site.takeOver();
    site.run(Duration.ofSeconds(5));

    assertThat(places(site)).isNotEqualTo(before);
  }

  /**
   * The vehicle at the three-phase EVSE uses its first line alone, others have its second. Before
   * the meter's first word the worst case leaves 30 A there; were it used, 20.
   */
  @Test
  void linesThatWereFoundUnusedStayWithOthers() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.WYE_400Y_230)
                .service(50, 10)
                .evse("three", "service", new ThreePhase(L1), 32, 6)
                .evse("one", "service", new LineToNeutral(L2), 32, 6)
                .tree());
    site.charger("three").uses = source -> source == 0;
    site.plugInAll();
    site.run(Duration.ofMinutes(2));
    assertThat(site.limit("one")).isEqualTo(32_000);

    site.handOver();
    site.run(
        Duration.ofSeconds(30),
        () -> {
          assertThat(site.overloads()).isEmpty();
          assertThat(site.limit("one")).isGreaterThanOrEqualTo(30_000);
        });
  }

  /** A full one leaves most of the service to the other. */
  @Test
  void whatAVehicleLeavesStaysWithOthers() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(50, 0)
                .evse("full", "service", new LineToLine(L1, L2), 32, 6)
                .evse("empty", "service", new LineToLine(L1, L2), 32, 6)
                .tree());
    site.charger("full").wants = 7000;
    site.plugInAll();
    site.run(Duration.ofMinutes(3));
    int before = site.limit("empty");
    assertThat(before).isGreaterThan(28_000);

    site.handOver();
    site.run(
        Duration.ofSeconds(30),
        () -> {
          assertThat(site.overloads()).isEmpty();
          assertThat(site.limit("empty")).isGreaterThanOrEqualTo(before - 1000);
        });
  }

  /** S3. */
  @Test
  void aCtThatDidNotFollowIsStillNotBelieved() {
    ClosedLoop site = tight();
    site.ct = _ -> 0;
    site.base(L1, 10);
    site.base(L2, 10);
    site.plugInAll();
    site.run(Duration.ofMinutes(3));
    assertThat(site.measured("service", L1)).isEmpty();

    site.handOver();
    site.run(Duration.ofSeconds(3));

    assertThat(site.controller().state().doubts()).isNotEmpty();
    assertThat(site.measured("service", L1)).isEmpty();
  }
}
