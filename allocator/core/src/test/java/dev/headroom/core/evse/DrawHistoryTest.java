package dev.headroom.core.evse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawHistoryTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final DrawHistory draw = new DrawHistory();

  private void sample(int second, int milliamps) {
    PerPhase current = new PerPhase(Map.of(Phase.L2, milliamps));
    draw.accept(new MeasuredCurrent(current, START.plusSeconds(second)));
  }

  /** Nothing, once the last sample does not hold. */
  private int least(Instant then, Phase line) {
    Around around = draw.around(then);
    return around.holds() ? around.lowest(line) : 0;
  }

  @Test
  void unknownIsTheLeast() {
    assertThat(least(START, Phase.L2)).isZero();
    sample(5, 10_000);
    assertThat(least(START.plusSeconds(4), Phase.L2)).isZero();
    assertThat(least(START.plusSeconds(6), Phase.L1)).isZero();
  }

  @Test
  void betweenTwoSamplesTheLowerIsTheLeast() {
    sample(0, 16_000);
    sample(5, 10_000);
    assertThat(least(START.plusSeconds(3), Phase.L2)).isEqualTo(10_000);
    assertThat(draw.around(START.plusSeconds(3)).likely(Phase.L2)).isEqualTo(16_000);
  }

  @Test
  void aSampleHoldsForTenSeconds() {
    sample(0, 16_000);
    assertThat(least(START.plusSeconds(10), Phase.L2)).isEqualTo(16_000);
    assertThat(least(START.plusSeconds(11), Phase.L2)).isZero();
    assertThat(draw.around(START.plusSeconds(11)).lowest(Phase.L2)).isEqualTo(16_000);
  }

  @Test
  void anOlderSampleIsIgnored() {
    sample(5, 16_000);
    sample(4, 32_000);
    assertThat(draw.around(START.plusSeconds(5)).largest()).isEqualTo(16_000);
  }

  @Test
  void whatWasDrawnBeforeAVehicleLeftIsNotKnownToBeDrawnAfterwards() {
    sample(0, 16_000);
    draw.over(START.plusSeconds(2));
    assertThat(draw.around(START.plusSeconds(1)).likely(Phase.L2)).isEqualTo(16_000);
    Around after = draw.around(START.plusSeconds(2));
    assertThat(after.holds()).isFalse();
    assertThat(after.lowest(Phase.L2)).isZero();
    assertThat(after.likely(Phase.L2)).isZero();
    assertThat(after.largest()).isZero();
    assertThat(after.sample()).isEmpty();
  }

  /** A CT follows a vehicle that leaves as well as one that is cut. */
  @Test
  void aStepFromOneVehicleToTheNextIsAStepAndNotCertain() {
    sample(0, 16_000);
    assertThat(draw.lastStep()).isEmpty();
    draw.over(START.plusSeconds(2));
    assertThat(draw.lastStep()).isEmpty();
    sample(5, 10_000);
    DrawHistory.Step step = draw.lastStep().orElseThrow();
    assertThat(step.from().on(Phase.L2)).isEqualTo(16_000);
    assertThat(step.to().on(Phase.L2)).isEqualTo(10_000);
    assertThat(draw.around(START.plusSeconds(4)).isCertain()).isFalse();
    assertThat(least(START.plusSeconds(5), Phase.L2)).isEqualTo(10_000);
    draw.over(START.plusSeconds(6));
    sample(26, 12_000);
    assertThat(draw.lastStep()).as("too far apart").isEmpty();
  }

  @Test
  void whoWasNeverSampledLeavesNothing() {
    draw.over(START);
    sample(0, 16_000);
    assertThat(draw.around(START).largest()).isEqualTo(16_000);
  }

  /** A CT's reading that came late was measured at some instant that nobody knows. */
  @Test
  void s1AtAnUnknownInstantTheLowestOfAllSamplesOnTheWayIsTheLeast() {
    sample(0, 4000);
    sample(5, 10_000);
    sample(10, 16_000);
    assertThat(leastBetween(6, 11)).isEqualTo(10_000);
    assertThat(leastBetween(3, 11)).isEqualTo(4000);
    assertThat(leastBetween(3, 4)).isEqualTo(4000);
    assertThat(leastBetween(11, 12)).isEqualTo(16_000);
    assertThat(leastBetween(12, 3)).as("a clock that is ahead").isEqualTo(4000);
  }

  @Test
  void s3AtAnUnknownInstantAGapBetweenSamplesIsUnknown() {
    assertThat(leastBetween(0, 1)).isZero();
    sample(0, 16_000);
    sample(15, 16_000);
    assertThat(leastBetween(-1, 5)).isZero();
    assertThat(leastBetween(5, 10)).isEqualTo(16_000);
    assertThat(leastBetween(5, 11)).isZero();
    assertThat(leastBetween(5, 16)).isZero();
    draw.over(START.plusSeconds(17));
    assertThat(leastBetween(15, 16)).isZero();
    assertThat(leastBetween(16, 18)).isZero();
  }

  private int leastBetween(int from, int until) {
    return draw.least(Phase.L2, START.plusSeconds(from), START.plusSeconds(until));
  }
}
