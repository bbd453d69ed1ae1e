package dev.headroom.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.site.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Laxity changes from second to second; ranks must not. */
class LaxityHysteresisTest {

  private static final Strategy STRATEGY = Strategy.of(Sharing.Strategy.LEAST_LAXITY);
  private static final long QUARTER = LeastLaxity.QUANTUM.toSeconds();

  /** What is found for one car whose laxity takes these values, in seconds, one after the other. */
  private static List<Long> quarters(List<Integer> laxities) {
    List<Long> found = new ArrayList<>();
    Precedence last = Precedence.NONE;
    for (int laxity : laxities) {
      // A day's stay and a day's need: what time there is to spare lies before noon.
      Claimant car = Car.at(0).leaves(24 * 60).needsWattHours(24 * 6000).claimant();
      Instant now = Car.NOON.minusSeconds(laxity);
      last = last.next(STRATEGY, 1, List.of(car), now);
      last.urgencies().values().forEach(urgency -> found.add(urgency.value()));
    }
    return found;
  }

  @Test
  void aLowerQuarterCountsAtOnce() {
    assertThat(quarters(List.of(1800, 1799, 899, -1))).containsExactly(2L, 1L, 0L, -1L);
  }

  @Test
  void aHigherOneCountsAWholeQuarterLater() {
    assertThat(quarters(List.of(899, 900, 1799, 1800, 1799, 900, 899)))
        .containsExactly(0L, 0L, 0L, 1L, 1L, 1L, 0L);
  }

  @Test
  void aMeterThatCountsInJumpsMovesNothing() {
    List<Integer> around = new ArrayList<>(List.of(890));
    for (int i = 0; i < 500; i++) {
      around.add(i % 2 == 0 ? 930 : 870);
    }
    assertThat(quarters(around)).containsOnly(0L);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void laxityMovesByAWholeQuarterBetweenTwoChanges(
      @ForAll @Size(min = 2, max = 200) List<@IntRange(min = -400, max = 400) Integer> steps) {
    List<Integer> laxities = new ArrayList<>(List.of(3600));
    steps.forEach(step -> laxities.add(laxities.getLast() + step));
    List<Long> found = quarters(laxities);
    int changedAt = -1;
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).equals(found.get(i - 1))) {
        continue;
      }
      if (changedAt > 0) {
        int highest = laxities.subList(changedAt - 1, i + 1).stream().max(Integer::compare).get();
        int lowest = laxities.subList(changedAt - 1, i + 1).stream().min(Integer::compare).get();
        assertThat((long) highest - lowest).isGreaterThanOrEqualTo(QUARTER);
      }
      changedAt = i;
    }
  }

  @Test
  void twoThatCompeteForOneEvsesPowerChangePlacesByTheQuarterNotByTheSecond() {
    long[] wattSeconds = {20_000L * 3600, 20_000L * 3600};
    Precedence last = Precedence.NONE;
    int lead = 0;
    int changes = 0;
    for (int second = 0; second < 4 * 3600; second++) {
      List<Claimant> cars =
          List.of(
              Car.at(0).leaves(480).needsWattHours(wattSeconds[0] / 3600).claimant(),
              Car.at(1).leaves(483).needsWattHours(wattSeconds[1] / 3600).claimant());
      last = last.next(STRATEGY, 2, cars, Car.NOON.plusSeconds(second));
      int next = last.rank()[1] - last.rank()[0];
      changes += next == lead ? 0 : 1;
      lead = next;
      wattSeconds[0] -= 3000 * (1 + lead);
      wattSeconds[1] -= 3000 * (1 - lead);
    }
    // Each may change its quarter once in each of 16 quarters.
    assertThat(changes).isBetween(1, 2 * 16);
  }
}
