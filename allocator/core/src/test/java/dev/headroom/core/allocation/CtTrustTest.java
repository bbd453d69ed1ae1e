package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.reading.MeterHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** S3: which steps of an EVSE a CT must have seen, and how much of them. Milliamperes. */
class CtTrustTest {

  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = THEN.plusSeconds(10);
  private static final LineToLine BOTH = new LineToLine(Phase.L1, Phase.L2);

  private final Grid grid =
      new Grid(
          Sites.on(Supply.SPLIT_PHASE_120_240)
              .service(100, 60)
              .evse("left", "service", BOTH, 32, 6)
              .evse("right", "service", BOTH, 32, 6)
              .evse("still", "service", BOTH, 32, 6)
              .tree(),
          new BitSet());
  private final int line = grid.conductors().getFirst().place();
  private final EvseBook left = new EvseBook(grid.tree().site().evses().getFirst(), 1);
  private final EvseBook right = new EvseBook(grid.tree().site().evses().get(1), 1);
  private final EvseBook still = new EvseBook(grid.tree().site().evses().getLast(), 1);
  private final MeterHistory meter =
      new MeterHistory(Duration.ofSeconds(30), Duration.ofSeconds(60));

  private static void draws(EvseBook evse, int before, int after) {
    Samples.draws(evse, before, THEN);
    Samples.draws(evse, after, NOW);
  }

  private void reads(int before, int after) {
    meter.accept(Samples.reading(before, THEN));
    meter.accept(Samples.reading(after, NOW));
  }

  /** How many of its steps in a row the CT on L1 has missed now; none if it was not judged. */
  private Optional<Integer> missed() {
    CtTrust trust = CtTrust.FULL.judge(grid, Map.of("main", meter), List.of(left, right, still));
    return Optional.ofNullable(trust.missed().get(line));
  }

  @Test
  void threeMissesAreTooMany() {
    assertThat(CtTrust.FULL.follows(line)).isTrue();
    assertThat(new CtTrust(Map.of(line, 2), Map.of()).follows(line)).isTrue();
    assertThat(new CtTrust(Map.of(line, 3), Map.of()).follows(line)).isFalse();
  }

  @Test
  void aStepOfSixAmperesMustBeSeen() {
    reads(40_000, 40_000);
    draws(left, 10_000, 16_000);
    assertThat(missed()).contains(1);
  }

  @Test
  void aSmallerStepIsNotJudged() {
    reads(40_000, 40_000);
    draws(left, 10_000, 15_999);
    assertThat(missed()).isEmpty();
  }

  @Test
  void aThirdOfAStepIsEnoughToSee() {
    reads(40_000, 43_000);
    draws(left, 10_000, 19_000);
    assertThat(missed()).contains(0);
  }

  @Test
  void lessThanAThirdIsNot() {
    reads(40_000, 42_999);
    draws(left, 10_000, 19_000);
    assertThat(missed()).contains(1);
  }

  @Test
  void aStepDownMustBeSeenToGoDown() {
    reads(40_000, 37_000);
    draws(left, 19_000, 10_000);
    assertThat(missed()).contains(0);
  }

  @Test
  void aCtThatRisesWhenAnEvseStepsDownMissesIt() {
    reads(40_000, 43_000);
    draws(left, 19_000, 10_000);
    assertThat(missed()).contains(1);
  }

  @Test
  void aStepThatAnotherEvseUndoesIsNotJudged() {
    reads(40_000, 40_000);
    draws(left, 10_000, 19_000);
    draws(right, 19_000, 15_999);
    // 3.001 A of left's 9 A; right's own step is below 6 A.
    assertThat(missed()).isEmpty();
  }

  @Test
  void aStepOfWhichAnotherUndoesAThirdIsJudged() {
    reads(40_000, 40_000);
    draws(left, 10_000, 19_000);
    draws(right, 19_000, 16_000);
    assertThat(missed()).contains(1);
  }

  @Test
  void aStepDownThatAnotherEvseUndoesIsNotJudged() {
    reads(40_000, 40_000);
    draws(left, 19_000, 10_000);
    draws(right, 10_000, 13_001);
    assertThat(missed()).isEmpty();
  }

  @Test
  void aStepThatAnotherEvseJoinsIsJudged() {
    reads(40_000, 40_000);
    draws(left, 10_000, 19_000);
    draws(right, 10_000, 15_000);
    assertThat(missed()).contains(1);
  }

  @Test
  void theSameStepIsJudgedOnce() {
    reads(40_000, 40_000);
    draws(left, 10_000, 19_000);
    Map<String, MeterHistory> meters = Map.of("main", meter);
    List<EvseBook> books = List.of(left, right, still);
    CtTrust once = CtTrust.FULL.judge(grid, meters, books);
    assertThat(once.judge(grid, meters, books)).isEqualTo(once);
  }
}
