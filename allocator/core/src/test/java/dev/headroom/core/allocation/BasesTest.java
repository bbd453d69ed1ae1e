package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.network.Place;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.site.SiteSketch;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S3: what counts where no meter speaks, in every bound of a site. */
class BasesTest {

  /** Without a word of any meter. */
  private static BaseLoad at(SiteTree tree, Place place) {
    Grid grid = new Grid(tree, new BitSet());
    List<BaseLoad> all = Looks.bases(tree, grid);
    for (int b = 0; b < grid.watched(); b++) {
      if (grid.carrier(b).place().equals(place)) {
        return all.get(b);
      }
    }
    throw new IllegalArgumentException("no " + place);
  }

  private static void counts(BaseLoad base, double milliamps) {
    assertThat(base.likely()).isCloseTo(milliamps, within(1e-6));
    assertThat(base.sure().beyond()).isCloseTo(milliamps, within(1e-6));
    assertThat(base.worstCase()).isTrue();
  }

  @Test
  void aFeederThatKnowsNothingOfItsOwnCarriesWhatItFeeds() {
    SiteTree tree =
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(200, 100)
            .panel("feeder", "service", 150)
            .metered("shop", "feeder", 60, 20)
            .metered("office", "feeder", 60, 10)
            .evse("port", "feeder", new LineToLine(Phase.L1, Phase.L2), 32, 6)
            .tree();
    counts(at(tree, Place.line("feeder", Phase.L1)), 30_000);
    counts(at(tree, Place.line("service", Phase.L2)), 100_000);
  }

  /** 20 A, 30 A and 40 A on the secondary: ¼ (20 + 40) A on the primary's first line. */
  @Test
  void magnitudesAddPlainlyInNeutralsAndThroughTransformers() {
    SiteSketch sketch = new SiteSketch(Supply.WYE_480Y_277);
    sketch.circuit("service", 400).base(50);
    sketch
        .circuit("panel", 250)
        .under("service")
        .meter("sub")
        .through(
            new Transformer(
                75_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120))
        .base(Map.of(Phase.L1, 20_000, Phase.L2, 30_000, Phase.L3, 40_000))
        .neutral(200);
    sketch.evse("port", "panel", new LineToNeutral(Phase.L1));
    SiteTree tree = new SiteTree(sketch.site());

    counts(at(tree, Place.secondary("panel", Phase.L2)), 30_000);
    counts(at(tree, Place.primary("panel", Phase.L1)), 15_000);
    counts(at(tree, Place.neutral("panel")), 90_000);
  }

  /** S1: where one line is at its worst, nobody knows what the others' readings hold of it. */
  @Test
  void s1WhatEvsesDrewIsTakenOffOnlyWhereEveryLineWasRead() {
    PerPhase all = PerPhase.same(List.of(Phase.values()), 40_000);
    PerPhase some = PerPhase.same(List.of(Phase.L1, Phase.L2), 40_000);
    assertThat(drawnInNeutral(all).isNone()).isFalse();
    assertThat(drawnInNeutral(some).isNone()).isTrue();
  }

  private static Flows drawnInNeutral(PerPhase read) {
    SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);
    sketch.circuit("service", 200).meter("ct").base(50).neutral(100);
    sketch.evse("port", "service", new LineToNeutral(Phase.L1));
    SiteTree tree = new SiteTree(sketch.site());
    Grid grid = new Grid(tree, new BitSet());
    EvseBook book = new EvseBook(tree.site().evses().getFirst(), 1);
    MeterHistory ct = new MeterHistory(Duration.ofSeconds(5), Duration.ofSeconds(60));
    for (int second = 15; second >= 0; second--) {
      Instant then = Looks.NOW.minusSeconds(second);
      ct.accept(Samples.reading(read, then));
      Samples.draws(book, 10_000, then);
    }
    List<BaseLoad> bases = Looks.bases(tree, grid, List.of(book), Map.of("ct", ct));
    return IntStream.range(0, grid.watched())
        .filter(b -> grid.carrier(b).place().equals(Place.neutral("service")))
        .mapToObj(b -> bases.get(b).sure().drawn())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRaiseWaitsAtLeastAsLongAsASampleHolds() {
    assertThat(BaseLoads.window(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
    assertThat(BaseLoads.window(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(10));
  }
}
