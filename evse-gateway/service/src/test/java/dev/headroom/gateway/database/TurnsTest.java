package dev.headroom.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration PATIENCE = Turns.Line.AT_THE_DOOR.patience();

  private final Turns turns = new Turns(2);
  private final List<String> told = new ArrayList<>();

  @Test
  void soManyBeginAtOnceAndTheOthersAsTheyLeave() {
    enter("a", Turns.Line.INSIDE, NOON);
    enter("b", Turns.Line.AT_THE_DOOR, NOON);
    enter("c", Turns.Line.AT_THE_DOOR, NOON);
    enter("d", Turns.Line.AT_THE_DOOR, NOON);
    assertThat(told).containsExactly("a", "b");
    turns.leave();
    assertThat(told).containsExactly("a", "b", "c");
    turns.leave();
    assertThat(told).containsExactly("a", "b", "c", "d");
  }

  @Test
  void roomThatNobodyWaitsForIsThereLater() {
    enter("a", Turns.Line.INSIDE, NOON);
    enter("b", Turns.Line.INSIDE, NOON);
    turns.leave();
    turns.leave();
    enter("c", Turns.Line.INSIDE, NOON);
    enter("d", Turns.Line.INSIDE, NOON);
    enter("e", Turns.Line.INSIDE, NOON);
    assertThat(told).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whoIsInsideGoesBeforeWhoWaitsAtTheDoor() {
    enter("a", Turns.Line.INSIDE, NOON);
    enter("b", Turns.Line.INSIDE, NOON);
    enter("stranger", Turns.Line.AT_THE_DOOR, NOON);
    enter("c", Turns.Line.INSIDE, NOON);
    turns.leave();
    assertThat(told).containsExactly("a", "b", "c");
  }

  @Test
  void whoHasWaitedForTooLongIsToldAndNeverBegins() {
    enter("a", Turns.Line.INSIDE, NOON);
    enter("b", Turns.Line.INSIDE, NOON);
    enter("early", Turns.Line.AT_THE_DOOR, NOON);
    enter("later", Turns.Line.AT_THE_DOOR, NOON.plusSeconds(1));
    turns.tell(NOON.plus(PATIENCE).minusMillis(1));
    assertThat(turns.waiting()).isEqualTo(2);
    turns.tell(NOON.plus(PATIENCE));
    assertThat(told).containsExactly("a", "b", "early is too late");
    turns.leave();
    assertThat(told).last().isEqualTo("later");
    assertThat(turns.waiting()).isZero();
  }

  private void enter(String who, Turns.Line line, Instant now) {
    turns.enter(
        line,
        new Turns.Waiting() {
          @Override
          public void begin() {
            told.add(who);
          }

          @Override
          public void tooLate() {
            told.add(who + " is too late");
          }
        },
        now);
  }
}
