package dev.headroom.core.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class LearnedLinesTest {

  private static final int ALL = -1;
  private static final int FIRST_ALONE = ~0b110;
  private static final List<Integer> ONE_LINE = List.of(16_000, 0, 400);
  private Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private LearnedLines state = LearnedLines.NONE;
  private String session = "s";
  private long connection = 7;
  private int limit = 16_000;

  @BeforeTry
  void anew() {
    state = LearnedLines.NONE;
  }

  private void draws(List<Integer> milliamps, int seconds) {
    for (int second = 0; second < seconds; second++) {
      now = now.plusSeconds(1);
      sampled(milliamps, now);
    }
  }

  private void sampled(List<Integer> milliamps, Instant at) {
    state = state.next(Optional.of(new LineDraws(session, connection, limit, milliamps, at)), now);
  }

  private void learned() {
    draws(ONE_LINE, 61);
    assertThat(state.sources()).isEqualTo(FIRST_ALONE);
  }

  @Test
  void linesThatAreIdleForAMinuteBesideOneInUseAreNotUsed() {
    draws(ONE_LINE, 60);
    assertThat(state.sources()).isEqualTo(ALL);
    learned();
  }

  @Test
  void aVehicleThatDrawsNothingAnywhereTeachesNothing() {
    draws(List.of(4999, 0, 0), 300);
    assertThat(state.sources()).isEqualTo(ALL);
  }

  @Test
  void fiveAmperesAtALimitOfSixAreEnoughToLearnFrom() {
    limit = 6000;
    draws(List.of(5000, 0, 499), 61);
    assertThat(state.sources()).isEqualTo(FIRST_ALONE);
  }

  @Test
  void aLimitBelowSixAmperesTeachesNothing() {
    limit = 5999;
    draws(List.of(5000, 0, 0), 300);
    assertThat(state.sources()).isEqualTo(ALL);
  }

  @Test
  void aMomentOfDrawStartsTheMinuteAnew() {
    draws(ONE_LINE, 50);
    draws(List.of(16_000, 500, 400), 1);
    draws(ONE_LINE, 50);
    assertThat(state.sources()).isEqualTo(~0b100);
  }

  @Test
  void aSmallerDrawLaterIsNoDoubt() {
    learned();
    draws(List.of(1000, 0, 0), 100);
    assertThat(state.sources()).isEqualTo(FIRST_ALONE);
  }

  @Test
  void aDrawOnAnUnusedLineCountsAllLinesAgain() {
    learned();
    draws(List.of(16_000, 0, 500), 1);
    assertThat(state).isEqualTo(LearnedLines.NONE);
  }

  @Test
  void anotherSessionCountsAllLinesAgain() {
    learned();
    session = "another";
    draws(ONE_LINE, 1);
    assertThat(state.sources()).isEqualTo(ALL);
  }

  @Test
  void aReconnectCountsAllLinesAgain() {
    learned();
    connection++;
    draws(ONE_LINE, 1);
    assertThat(state.sources()).isEqualTo(ALL);
  }

  @Test
  void aSampleOlderThanTenSecondsCountsAllLinesAgain() {
    learned();
    Instant last = now;
    now = last.plusSeconds(10);
    sampled(ONE_LINE, last);
    assertThat(state.sources()).isEqualTo(FIRST_ALONE);
    now = now.plusMillis(1);
    sampled(ONE_LINE, last);
    assertThat(state.sources()).isEqualTo(ALL);
  }

  @Test
  void noSampleAndAPauseCountAllLinesAgain() {
    learned();
    LearnedLines before = state;
    assertThat(before.next(Optional.empty(), now)).isEqualTo(LearnedLines.NONE);
    limit = 0;
    draws(List.of(0, 0, 0), 1);
    assertThat(state).isEqualTo(LearnedLines.NONE);
  }

  @Test
  void onceLearnedNothingChangesFromLookToLook() {
    learned();
    LearnedLines before = state;
    draws(ONE_LINE, 10);
    assertThat(state).isEqualTo(before);
  }

  /** Freed is only what the last minute of samples of this session and connection bears out. */
  @Property(tries = 200)
  void aLineIsFreedOnlyIfTheLastMinuteBearsItOut(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Integer>> minute = new ArrayList<>();
    for (int step = 0; step < 400; step++) {
      List<Integer> draws =
          random.nextInt(90) == 0
              ? List.of(random.nextInt(16_000), random.nextInt(16_000), random.nextInt(16_000))
              : List.of(0, random.nextInt(400), 5000 + random.nextInt(9000));
      if (random.nextInt(150) == 0) {
        session += "'";
        minute.clear();
      }
      draws(draws, 1);
      minute.add(draws);
      List<List<Integer>> last = minute.subList(Math.max(0, minute.size() - 60), minute.size());
      for (int line = 0; line < 3; line++) {
        int its = line;
        if ((state.sources() >> line & 1) == 0) {
          assertThat(last).hasSize(60).allMatch(it -> it.get(its) < 500);
        }
      }
    }
  }
}
