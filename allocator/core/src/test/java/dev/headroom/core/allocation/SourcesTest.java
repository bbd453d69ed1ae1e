package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.site.SiteTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One port between two lines, which is one current, and one on three lines, which is three. */
class SourcesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final SiteTree tree =
      Sites.on(Supply.WYE_208Y_120)
          .service(100, 60)
          .evse("pair", "service", new LineToLine(Phase.L1, Phase.L2), 32, 6)
          .evse("three", "service", new ThreePhase(Phase.L2), 32, 6)
          .tree();
  private final Sources sources = Sources.of(tree);

  @Test
  void s1EveryLineThatMayBeUsedCounts() {
    assertThat(sources.flows(new int[] {10, 20}).milliamps()).containsExactly(10, 20, 20, 20);
    assertThat(sources.flows(new int[] {10, 20}, new int[] {-1, -1}).milliamps())
        .containsExactly(10, 20, 20, 20);
  }

  @Test
  void aLineThatIsNotUsedCountsNothing() {
    assertThat(sources.flows(new int[] {10, 20}, new int[] {~1, 0b101}).milliamps())
        .containsExactly(0, 20, 0, 20);
  }

  @Test
  void flowsAddUpAndOnlyWhatLiesAboveIsMore() {
    Flows one = new Flows(new int[] {3, 5});
    Flows other = new Flows(new int[] {4, 1});
    assertThat(one.plus(other).milliamps()).containsExactly(7, 6);
    assertThat(one.above(other).milliamps()).containsExactly(0, 4);
    assertThat(one.plus(Flows.NONE)).isEqualTo(one);
    assertThat(Flows.NONE.plus(other)).isEqualTo(other);
  }

  /** Two lines that carry one current and report 9 A and 11 A of it. */
  @Test
  void s1ForTheLeastTheSmallerReportCountsElseTheLarger() {
    List<EvseBook> books = tree.site().evses().stream().map(evse -> new EvseBook(evse, 1)).toList();
    PerPhase lines = new PerPhase(Map.of(Phase.L1, 9000, Phase.L2, 11_000));
    books
        .getFirst()
        .accept(
            new EvseState(
                "test",
                "pair",
                OptionalLong.of(7),
                NOW,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new MeasuredCurrent(lines, NOW)),
                true,
                true,
                false));
    Draws draws = new Draws(sources, books, new int[] {0, 1});
    Instant later = NOW.plusSeconds(10);
    assertThat(draws.moment(Samples.reading(0, later)).least().milliamps())
        .containsExactly(9000, 0, 0, 0);
    assertThat(draws.sampledAt(later).milliamps()).containsExactly(11_000, 0, 0, 0);
    Draws.Moment stale = draws.moment(Samples.reading(0, later.plusMillis(1)));
    assertThat(stale.least().milliamps()).containsOnly(0);
    assertThat(stale.lowest().milliamps()).containsExactly(9000, 0, 0, 0);
  }
}
