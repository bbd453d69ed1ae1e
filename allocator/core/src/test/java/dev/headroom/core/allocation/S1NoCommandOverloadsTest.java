package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.site.Circuit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** S1: no command of ours creates or worsens an overload. */
class S1NoCommandOverloadsTest {

  private static ClosedLoop lot() {
    Sites sites = Sites.on(Supply.WYE_208Y_120).service(150, 60).panel("east", "service", 80);
    sites.panel("west", "service", 60);
    Phase[][] pairs = {{L1, L2}, {L2, L3}, {L3, L1}};
    for (int i = 0; i < 6; i++) {
      Phase[] pair = pairs[i % 3];
      String panel = i % 2 == 0 ? "east" : "west";
      sites.evse("ll" + i, panel, new LineToLine(pair[0], pair[1]), 40, 6);
    }
    sites.evse("ln", "east", new LineToNeutral(L2), 32, 6);
    sites.evse("tri", "west", new ThreePhase(L1), 32, 6);
    return new ClosedLoop(sites.tree());
  }

  private static Stream<String> names() {
    return Stream.of("ll0", "ll1", "ll2", "ll3", "ll4", "ll5", "ln", "tri");
  }

  /** With a steady base load, whatever comes and goes, no conductor is ever above its limit. */
  @Property(tries = 20)
  void comingAndGoingNeverOverloads(@ForAll long seed) {
    Random random = new Random(seed);
    ClosedLoop site = lot();
    for (Phase phase : Phase.values()) {
      site.base(phase, random.nextInt(55));
    }
    for (int step = 0; step < 25; step++) {
      names()
          .forEach(
              name -> {
                var charger = site.charger(name);
                if (random.nextInt(4) == 0) {
                  if (charger.session.isPresent()) {
                    charger.unplug();
                  } else {
                    charger.plugIn();
                  }
                }
                charger.wants = 6000 + random.nextInt(40_000);
              });
      site.run(
          Duration.ofSeconds(1 + random.nextInt(25)), () -> assertThat(site.overloads()).isEmpty());
    }
  }

  /**
   * S8, and more often than it promises: with base load that steps again and again within its worst
   * case, nothing is above its nameplate after ten seconds nor above its continuous limit after
   * fifteen.
   */
  @Property(tries = 20)
  void stepsOfTheBaseLoadAreAnsweredInTime(@ForAll long seed) {
    Random random = new Random(seed);
    ClosedLoop site = lot();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    for (int step = 0; step < 8; step++) {
      for (Phase phase : Phase.values()) {
        site.base(phase, random.nextInt(60));
      }
      site.run(Duration.ofSeconds(10));
      site.run(
          Duration.ofSeconds(5),
          () -> assertThat(site.overloads(Circuit::breakerMilliamps)).isEmpty());
      site.run(
          Duration.ofSeconds(random.nextInt(40)), () -> assertThat(site.overloads()).isEmpty());
    }
  }

  @Test
  void anEvseThatWasNeverHeardOfCountsAtItsMaximum() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(100, 20)
                .evse("here", "service", new LineToLine(L1, L2), 48, 6)
                .evse("gone", "service", new LineToLine(L1, L2), 48, 6)
                .tree());
    SiteController controller = new SiteController(site.tree(), 1, 1, Optional.empty());
    var here = site.charger("here");
    here.plugIn();
    here.proven = true;
    controller.accept(here.stateAt(site.now().minus(Footing.SETTLE)));
    Allocation first = controller.decide(site.now()).orElseThrow();
    assertThat(first.circuits().getFirst().mostMilliamps()).isEqualTo(48_000 + 6000);
  }

  @Test
  void anUnprovenFallbackCountsAtTheRatedMaximumOnceTheLinkIsLost() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(100, 20)
                .evse("proven", "service", new LineToLine(L1, L2), 48, 6)
                .evse("unproven", "service", new LineToLine(L1, L2), 48, 6)
                .tree());
    site.charger("unproven").proven = false;
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("proven")).isEqualTo(40_000);
    site.charger("unproven").online = false;
    site.run(Duration.ofMinutes(1));
    // 80 A less 48 A reserved.
    assertThat(site.limit("proven")).isEqualTo(32_000);
  }

  @Test
  void aLostLinkReservesWhatTheChargerWasLastGiven() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.SPLIT_PHASE_120_240)
                .service(100, 20)
                .evse("here", "service", new LineToLine(L1, L2), 48, 6)
                .evse("lost", "service", new LineToLine(L1, L2), 48, 6)
                .tree());
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    site.charger("lost").online = false;
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("here")).isEqualTo(40_000);
    assertThat(site.reason("lost").kind()).isEqualTo(Reason.Kind.OFFLINE);
  }

  @Test
  void onlyCutsWhileTheBaseLoadAloneIsTooMuch() {
    ClosedLoop site = lot();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    List.of(Phase.values()).forEach(phase -> site.base(phase, 130));
    site.run(Duration.ofSeconds(10));
    assertThat(names()).allSatisfy(name -> assertThat(site.limit(name)).isZero());
  }
}
