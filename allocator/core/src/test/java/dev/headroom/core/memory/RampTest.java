package dev.headroom.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RampTest {

  private static final Duration DELAY = Duration.ofSeconds(10);
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void oneRaiseAddsHalfOfTheMaximumAtMost() {
    assertThat(Ramp.NONE.atMost(6000, 6000, 32_000, DELAY, NOON)).isEqualTo(22_000);
  }

  @Test
  void theFirstStepReachesTheFloor() {
    assertThat(Ramp.NONE.atMost(0, 6000, 8000, DELAY, NOON)).isEqualTo(6000);
  }

  @Test
  void theNextHalfWaitsForTheRaiseDelay() {
    Ramp raised = Ramp.NONE.next(6000, 22_000, DELAY, NOON);
    assertThat(raised.atMost(22_000, 6000, 32_000, DELAY, NOON.plusMillis(9999))).isEqualTo(22_000);
    assertThat(raised.atMost(22_000, 6000, 32_000, DELAY, NOON.plusSeconds(10))).isEqualTo(38_000);
  }

  @Test
  void smallRaisesNeedNotWaitForEachOtherButAddUp() {
    Ramp raised = Ramp.NONE.next(6000, 10_000, DELAY, NOON);
    assertThat(raised.atMost(10_000, 6000, 32_000, DELAY, NOON.plusSeconds(5))).isEqualTo(22_000);
    Ramp again = raised.next(10_000, 22_000, DELAY, NOON.plusSeconds(5));
    assertThat(again.atMost(22_000, 6000, 32_000, DELAY, NOON.plusSeconds(14))).isEqualTo(22_000);
    assertThat(again.atMost(22_000, 6000, 32_000, DELAY, NOON.plusSeconds(15))).isEqualTo(38_000);
  }

  @Test
  void nothingIsRaisedForTheRaiseDelayAfterACut() {
    Ramp cut = Ramp.NONE.next(16_000, 10_000, DELAY, NOON);
    assertThat(cut.atMost(10_000, 6000, 32_000, DELAY, NOON.plusMillis(9999))).isEqualTo(10_000);
    assertThat(cut.atMost(10_000, 6000, 32_000, DELAY, NOON.plusSeconds(10))).isEqualTo(26_000);
  }

  @Test
  void aPauseIsNoRaiseAndWhatCameBeforeItStillCounts() {
    assertThat(Ramp.NONE.next(6000, 0, DELAY, NOON)).isEqualTo(Ramp.NONE);
    Ramp raised = Ramp.NONE.next(6000, 16_000, DELAY, NOON);
    Ramp paused = raised.next(16_000, 0, DELAY, NOON.plusSeconds(1));
    assertThat(paused.atMost(0, 6000, 32_000, DELAY, NOON.plusSeconds(2))).isEqualTo(16_000);
    assertThat(paused.next(0, 0, DELAY, NOON.plusSeconds(10))).isEqualTo(Ramp.NONE);
  }
}
