package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Headroom that lasts is given away, and then things stay as they are. */
class LivenessTest {

  private static final Phase[][] PAIRS = {{L1, L2}, {L2, L3}, {L3, L1}};

  private static SiteTree garage(int ports) {
    Sites sites = Sites.on(Supply.WYE_208Y_120).service(200, 60).panel("panel", "service", 100);
    for (int i = 0; i < ports; i++) {
      Phase[] pair = PAIRS[i % 3];
      String circuit = i % 2 == 0 ? "panel" : "service";
      sites.evse("p" + i, circuit, new LineToLine(pair[0], pair[1]), 32, 6);
    }
    return sites.tree();
  }

  @Property(tries = 20)
  void everyoneShortOfTheirMaximumIsHeldByAFullConductor(@ForAll long seed) {
    Random random = new Random(seed);
    SiteTree tree = garage(1 + random.nextInt(9));
    ClosedLoop site = new ClosedLoop(tree);
    for (Phase phase : Phase.values()) {
      site.base(phase, random.nextInt(60));
    }
    site.plugInAll();
    site.run(Duration.ofMinutes(2));
    for (var evse : tree.site().evses()) {
      if (site.limit(evse.name()) < evse.maximumMilliamps()) {
        boolean held =
            tree.pathOf(evse).stream()
                .anyMatch(
                    circuit ->
                        evse.wiring().lines().stream()
                            .anyMatch(line -> site.current(circuit, line) > full(tree, circuit)));
        assertThat(held).as("%s at %s", evse.name(), site.reason(evse.name())).isTrue();
      }
    }
  }

  /** No raise is made for less than half an ampere, so each EVSE may leave so much. */
  private static int full(SiteTree tree, Circuit circuit) {
    return circuit.continuousMilliamps() - 1000 - 500 * tree.site().evses().size();
  }

  @Property(tries = 15)
  void aSteadySiteIsLeftAlone(@ForAll long seed) {
    Random random = new Random(seed);
    ClosedLoop site = new ClosedLoop(garage(2 + random.nextInt(8)));
    site.plugInAll();
    site.base(L2, random.nextInt(60));
    site.run(Duration.ofMinutes(3));
    List<List<Integer>> told = new ArrayList<>();
    site.run(
        Duration.ofMinutes(3),
        () ->
            told.add(
                site.last.orElseThrow().limits().stream().map(EvseLimit::limitMilliamps).toList()));
    assertThat(told).containsOnly(told.getFirst());
  }
}
