package dev.headroom.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.turn.Drawing.Awaited;
import dev.headroom.core.turn.Drawing.Draws;
import dev.headroom.core.turn.Drawing.Quiet;
import dev.headroom.core.turn.Drawing.Sample;
import dev.headroom.core.turn.Drawing.Unseen;
import dev.headroom.core.turn.Drawing.Waking;
import dev.headroom.core.turn.Drawing.Yields;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every step that {@link Drawing} may take. */
class DrawingTest {

  private static final Instant THEN = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant SOON = THEN.plusSeconds(9);
  private static final Instant AWAKE = THEN.plus(Drawing.WAKE_UP);
  private static final Instant LATE = THEN.plus(Drawing.PATIENCE);

  @Test
  void aDrawEndsAllWaiting() {
    for (Drawing any :
        new Drawing[] {
          new Unseen(), new Quiet(THEN, false), new Waking(THEN), new Awaited(THEN), new Yields()
        }) {
      assertThat(any.next(Sample.DRAWS, SOON)).isEqualTo(new Draws());
    }
  }

  @Test
  void nothingDrawnIsWaitedForAndThenWoken() {
    assertThat(new Unseen().next(Sample.DRAWS_NOTHING, SOON)).isEqualTo(new Quiet(SOON, false));
    Quiet quiet = new Quiet(THEN, false);
    assertThat(quiet.next(Sample.DRAWS_NOTHING, LATE.minusMillis(1))).isEqualTo(quiet);
    assertThat(quiet.next(Sample.DRAWS_NOTHING, LATE)).isEqualTo(new Waking(LATE));
  }

  @Test
  void oneThatDrewAndStopsIsFull() {
    assertThat(new Draws().next(Sample.DRAWS_NOTHING, SOON)).isEqualTo(new Quiet(SOON, true));
    assertThat(new Quiet(THEN, true).next(Sample.DRAWS_NOTHING, LATE)).isEqualTo(new Yields());
  }

  @Test
  void aWakeUpIsAwaitedAndThenOver() {
    Waking waking = new Waking(THEN);
    assertThat(waking.next(Sample.DRAWS_NOTHING, SOON)).isEqualTo(waking);
    assertThat(waking.next(Sample.DRAWS_NOTHING, AWAKE)).isEqualTo(new Awaited(AWAKE));
    Awaited awaited = new Awaited(THEN);
    assertThat(awaited.next(Sample.DRAWS_NOTHING, LATE.minusMillis(1))).isEqualTo(awaited);
    assertThat(awaited.next(Sample.DRAWS_NOTHING, LATE)).isEqualTo(new Yields());
    assertThat(new Yields().next(Sample.DRAWS_NOTHING, LATE)).isEqualTo(new Yields());
  }

  @Test
  void unknownStartsEveryWaitAnew() {
    assertThat(new Quiet(THEN, true).next(Sample.UNKNOWN, LATE)).isEqualTo(new Draws());
    assertThat(new Quiet(THEN, false).next(Sample.UNKNOWN, LATE)).isEqualTo(new Unseen());
    assertThat(new Awaited(THEN).next(Sample.UNKNOWN, LATE)).isEqualTo(new Awaited(LATE));
  }

  @Test
  void unknownChangesNothingElse() {
    Waking waking = new Waking(THEN);
    assertThat(waking.next(Sample.UNKNOWN, SOON)).isEqualTo(waking);
    assertThat(waking.next(Sample.UNKNOWN, AWAKE)).isEqualTo(new Awaited(AWAKE));
    for (Drawing same : new Drawing[] {new Unseen(), new Draws(), new Yields()}) {
      assertThat(same.next(Sample.UNKNOWN, LATE)).isEqualTo(same);
    }
  }

  @Test
  void anotherTurnKeepsTheWakeUpAndTheYielding() {
    for (Drawing seen : new Drawing[] {new Unseen(), new Draws(), new Quiet(THEN, true)}) {
      assertThat(seen.anew(LATE)).isEqualTo(new Unseen());
    }
    assertThat(new Waking(THEN).anew(LATE)).isEqualTo(new Awaited(LATE));
    assertThat(new Awaited(THEN).anew(LATE)).isEqualTo(new Awaited(LATE));
    assertThat(new Yields().anew(LATE)).isEqualTo(new Yields());
  }
}
