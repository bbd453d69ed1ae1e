package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeterminismTest {

  private static List<Allocation> history() {
    Sites sites = Sites.on(Supply.WYE_208Y_120).service(100, 20);
    Phase[] phases = {L1, L2, L3};
    for (int i = 0; i < 6; i++) {
      LineToLine wiring = new LineToLine(phases[i % 3], phases[(i + 1) % 3]);
      sites.evse("p" + i, "service", wiring, 32, 6);
    }
    ClosedLoop site = new ClosedLoop(sites.tree());
    site.plugInAll();
    Random random = new Random(7);
    List<Allocation> history = new ArrayList<>();
    for (int step = 0; step < 10; step++) {
      site.base(L2, random.nextInt(20));
      site.run(Duration.ofSeconds(10));
      history.add(site.last.orElseThrow());
    }
    return history;
  }

  @Test
  void theSameStoryGivesTheSameAllocations() {
    assertThat(history()).isEqualTo(history());
  }
}
