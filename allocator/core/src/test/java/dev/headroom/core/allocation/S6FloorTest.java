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

/** S6 and S4: a limit is 0 or at least 6 A, and never above a rating. */
class S6FloorTest {

  @Property(tries = 20)
  void everyLimitIsZeroOrAtLeastTheFloorAndAtMostTheRating(@ForAll long seed) {
    Random random = new Random(seed);
    Sites sites = Sites.on(Supply.SPLIT_PHASE_120_240).service(100, 30);
    int ports = 2 + random.nextInt(5);
    for (int i = 0; i < ports; i++) {
      sites.evse("p" + i, "service", new LineToLine(L1, L2), 16 + random.nextInt(32), 6);
    }
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.plugInAll();
    for (int step = 0; step < 10; step++) {
      site.base(Phase.L1, random.nextInt(90));
      site.base(Phase.L2, random.nextInt(90));
      site.run(
          Duration.ofSeconds(5 + random.nextInt(20)),
          () ->
              site.last
                  .orElseThrow()
                  .limits()
                  .forEach(
                      limit -> {
                        int milliamps = limit.limitMilliamps();
                        assertThat(milliamps == 0 || milliamps >= 6000).isTrue();
                        assertThat(milliamps)
                            .isLessThanOrEqualTo(
                                site.charger(limit.evse()).evse.maximumMilliamps());
                      }));
    }
  }
}
