package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A meter at the service and another on a panel below it: each says what its own circuit bears. */
class MetersOnOnePathTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static ClosedLoop shop() {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(200, 100)
            .metered("panel", "service", 100, 50)
            .evse("in", "panel", new LineToLine(L1, L2), 80, 6)
            .evse("out", "service", new LineToLine(L1, L2), 80, 6)
            .tree());
  }

  @Test
  void thePanelsOwnBaseLoadLowersWhoHangsOnIt() {
    ClosedLoop site = shop();
    site.base("panel", L1, 30);
    site.plugInAll();
    site.run(MINUTE);
    // 80 A of the panel less its 30 A; 160 A of the service less both.
    assertThat(site.limit("in")).isEqualTo(50_000);
    assertThat(site.reason("in").circuit()).contains("panel");
    assertThat(site.limit("out")).isEqualTo(80_000);
  }

  @Test
  void theServicesMeterSeesWhatThePanelsDoesNot() {
    ClosedLoop site = shop();
    site.base("panel", L1, 30);
    site.base("service", L2, 70);
    site.plugInAll();
    site.run(MINUTE);
    // 160 A less 70 A on L2 are 90 A for both.
    assertThat(site.limit("in")).isEqualTo(45_000);
    assertThat(site.limit("out")).isEqualTo(45_000);
    assertThat(site.reason("in").circuit()).contains("service");
  }

  @Property(tries = 15)
  void s1NoCircuitIsOverloadedWhoeverComesAndGoes(@ForAll long seed) {
    Random random = new Random(seed);
    ClosedLoop site = shop();
    for (Phase phase : new Phase[] {L1, L2}) {
      site.base("panel", phase, random.nextInt(45));
      site.base("service", phase, random.nextInt(50));
    }
    for (int step = 0; step < 15; step++) {
      var charger = site.charger(random.nextBoolean() ? "in" : "out");
      if (charger.session.isPresent()) {
        charger.unplug();
      } else {
        charger.plugIn();
      }
      site.run(
          Duration.ofSeconds(1 + random.nextInt(30)), () -> assertThat(site.overloads()).isEmpty());
    }
  }
}
