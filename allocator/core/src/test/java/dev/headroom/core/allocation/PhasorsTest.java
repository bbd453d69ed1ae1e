package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Line-to-line currents add as phasors, and a CT sees their magnitude alone. */
class PhasorsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Sites twoLegs() {
    return Sites.on(Supply.WYE_208Y_120)
        .service(100, 10)
        .evse("ab", "service", new LineToLine(L1, L2), 64, 6)
        .evse("ca", "service", new LineToLine(L3, L1), 64, 6);
  }

  /**
   * Plain sums would give 40 A each: 80 A / √3 = 46.188 A; what rounding frees goes to the first.
   */
  @Test
  void twoLegsOfALineShareItAsPhasors() {
    ClosedLoop site = new ClosedLoop(twoLegs().tree());
    site.plugInAll();
    site.run(MINUTE, () -> assertThat(site.overloads()).isEmpty());
    assertThat(site.limit("ab")).isEqualTo(46_200);
    assertThat(site.limit("ca")).isEqualTo(46_100);
  }

  /** A CT tells a magnitude: wherever the base load points, no raise goes beyond the limit. */
  @Property(tries = 30)
  void s1HoldsWhereverTheBaseLoadPoints(@ForAll long seed) {
    Random random = new Random(seed);
    Sites sites = Sites.on(Supply.WYE_208Y_120).service(150, 60).panel("panel", "service", 100);
    Phase[][] pairs = {{L1, L2}, {L2, L3}, {L3, L1}};
    for (int i = 0; i < 6; i++) {
      Phase[] pair = pairs[random.nextInt(3)];
      sites.evse("p" + i, i < 3 ? "panel" : "service", new LineToLine(pair[0], pair[1]), 40, 6);
    }
    ClosedLoop site = new ClosedLoop(sites.tree());
    // From a resistive load to a power factor of 0.86; lines to lines shift it by 30° either way.
    site.baseLagsDegrees = random.nextInt(-30, 61);
    for (Phase phase : Phase.values()) {
      site.base(phase, random.nextInt(55));
    }
    for (int step = 0; step < 12; step++) {
      var charger = site.charger("p" + random.nextInt(6));
      if (charger.session.isPresent()) {
        charger.unplug();
      } else {
        charger.plugIn();
      }
      charger.wants = 6000 + random.nextInt(40_000);
      site.run(
          Duration.ofSeconds(1 + random.nextInt(40)), () -> assertThat(site.overloads()).isEmpty());
    }
  }
}
