package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A garage at 208 V behind a delta-wye transformer on 480Y/277, controlled in a closed loop. */
class TransformerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** 30 kVA: 83.3 A at 208Y/120, 36.1 A at 480Y/277. */
  private static ClosedLoop garage(int each) {
    Transformer transformer =
        new Transformer(
            30_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);
    Sites sites =
        Sites.on(Supply.WYE_480Y_277).service(100, 10).behind(transformer, "lv", "service", 400);
    for (int i = 0; i < each; i++) {
      sites.evse("ab" + i, "lv", new LineToLine(L1, L2), 32, 6);
      sites.evse("bc" + i, "lv", new LineToLine(L2, L3), 32, 6);
      sites.evse("ca" + i, "lv", new LineToLine(L3, L1), 32, 6);
    }
    return new ClosedLoop(sites.tree());
  }

  /** Balanced, a secondary line carries √3 times what flows between two: 83.3 / √3 / 2 = 24.06. */
  @Test
  void sharesWhatTheTransformerLeavesAndSaysSo() {
    ClosedLoop site = garage(2);
    site.plugInAll();
    site.run(MINUTE, () -> assertThat(site.flows().overloadedTransformers()).isEmpty());
    assertThat(site.reason("ab0").kind()).isEqualTo(Reason.Kind.TRANSFORMER);
    assertThat(site.reason("ab0").circuit()).contains("lv");
    assertThat(site.limit("ab0")).isBetween(24_000, 24_100);
  }

  @Property(tries = 15)
  void s1WhoeverLeavesNoSideOfTheTransformerIsOverloaded(@ForAll long seed) {
    Random random = new Random(seed);
    ClosedLoop site = garage(2);
    for (int step = 0; step < 15; step++) {
      String pair = new String[] {"ab", "bc", "ca"}[random.nextInt(3)];
      var charger = site.charger(pair + random.nextInt(2));
      if (charger.session.isPresent()) {
        charger.unplug();
      } else {
        charger.plugIn();
      }
      site.run(
          Duration.ofSeconds(1 + random.nextInt(30)),
          () -> {
            assertThat(site.flows().overloadedTransformers()).isEmpty();
            assertThat(site.overloads()).isEmpty();
          });
    }
  }
}
