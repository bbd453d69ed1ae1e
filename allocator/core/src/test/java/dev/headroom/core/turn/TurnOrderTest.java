package dev.headroom.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.turn.Drawing.Sample;
import dev.headroom.core.turn.Turn.Place;
import dev.headroom.core.turn.TurnOrder.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One look at those who wait and those who have a turn; a dwell is 15 min. */
class TurnOrderTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration DWELL = Duration.ofMinutes(15);
  private static final Drawing UNSEEN = new Drawing.Unseen();

  private final List<Standing> all = new ArrayList<>();

  private static Place waits(int minutes) {
    return new Place.Waits(ago(minutes));
  }

  /** It has had its turn for so long, for which it had waited so long. */
  private static Place has(int minutes, int waited) {
    return new Place.Has(ago(minutes), ago(minutes + waited));
  }

  private static Instant ago(int minutes) {
    return NOON.minus(Duration.ofMinutes(minutes));
  }

  private void enters(int port, int rank, int priority, Place place) {
    enters(port, rank, priority, NOON, place, UNSEEN);
  }

  private void enters(
      int port, int rank, int priority, Instant arrival, Place place, Drawing drawing) {
    boolean in = place instanceof Place.Has;
    all.add(
        new Standing(
            new Entrant(port, "s" + port, arrival, rank, priority, in, Sample.UNKNOWN),
            new Turn("s" + port, place, drawing)));
  }

  private int[] order() {
    return TurnOrder.of(all.size(), all, DWELL, NOON);
  }

  @Test
  void whoTakesNoPartComesAtTheEnd() {
    enters(3, 0, 0, waits(2));
    enters(1, 0, 0, waits(1));
    assertThat(TurnOrder.of(5, all, DWELL, NOON)).containsExactly(3, 1, 0, 2, 4);
  }

  @Test
  void whoYieldsComesAfterAllOthers() {
    enters(0, 0, 9, NOON, has(1, 0), new Drawing.Yields());
    enters(1, 1, 0, waits(0));
    assertThat(order()).containsExactly(1, 0);
  }

  @Test
  void aTurnIsKeptForADwellAgainstWhoWaitsLonger() {
    enters(0, 0, 0, waits(20));
    enters(1, 0, 0, has(14, 0));
    enters(2, 0, 0, has(15, 0));
    assertThat(order()).containsExactly(1, 0, 2);
  }

  @Test
  void ofTurnsThatAreKeptTheLowerLevelIsFirstThenTheOlder() {
    enters(0, 0, 0, has(3, 0));
    enters(1, 0, 0, has(5, 0));
    enters(2, 1, 0, has(9, 0));
    enters(3, 0, 7, has(1, 0));
    assertThat(order()).containsExactly(3, 1, 0, 2);
  }

  @Test
  void aHigherPriorityGoesBeforeAKeptTurnOfNoEarlierRank() {
    enters(0, 1, 0, has(5, 0));
    enters(1, 1, 1, waits(0));
    assertThat(order()).containsExactly(1, 0);
    enters(2, 2, 2, waits(0));
    assertThat(order()).containsExactly(1, 0, 2);
  }

  @Test
  void anEqualPriorityDoesNotGoBeforeAKeptTurn() {
    enters(0, 1, 3, has(5, 0));
    enters(1, 1, 3, waits(5));
    enters(2, 0, 3, waits(5));
    assertThat(order()).containsExactly(0, 2, 1);
  }

  @Test
  void whoseTurnIsOverDoesNotGoBeforeAKeptOneHoweverHighItsPriority() {
    enters(0, 0, 0, has(5, 0));
    enters(1, 0, 9, has(16, 0));
    assertThat(order()).containsExactly(0, 1);
  }

  @Test
  void nobodyGoesBeforeAKeptTurnThatWasLifted() {
    enters(0, 0, 0, has(5, 30));
    enters(1, 0, 9, waits(0));
    assertThat(order()).containsExactly(0, 1);
    all.clear();
    enters(0, 0, 0, has(5, 29));
    enters(1, 0, 9, waits(0));
    assertThat(order()).containsExactly(1, 0);
  }

  @Test
  void ofKeptTurnsThatWereLiftedComeFirst() {
    enters(0, 0, 9, has(5, 0));
    enters(1, 0, 0, has(4, 30));
    enters(2, 0, 10, waits(40));
    assertThat(order()).containsExactly(1, 2, 0);
  }

  @Test
  void whoGoesBeforeOneKeptTurnDoesNotGoBeforeAnotherOfItsOwnLevel() {
    enters(0, 0, 0, has(5, 0));
    enters(1, 0, 5, waits(10));
    enters(2, 0, 5, has(5, 0));
    assertThat(order()).containsExactly(2, 1, 0);
  }

  @Test
  void onOneLevelWhoWaitsGoesBeforeWhoseTurnIsOverTheLongestWaitingFirst() {
    enters(0, 0, 0, has(20, 0));
    enters(1, 0, 0, waits(3));
    enters(2, 0, 0, waits(8));
    assertThat(order()).containsExactly(2, 1, 0);
  }

  @Test
  void theTurnThatHasLastedLongestIsTheFirstToEnd() {
    enters(0, 0, 0, has(40, 0));
    enters(1, 0, 0, has(20, 0));
    enters(2, 0, 0, has(60, 0));
    assertThat(order()).containsExactly(1, 0, 2);
  }

  @Test
  void waitingLiftsByALevelForEveryTwoDwells() {
    enters(0, 0, 1, waits(0));
    enters(1, 0, 0, waits(29));
    assertThat(order()).containsExactly(0, 1);
    all.clear();
    enters(0, 0, 1, waits(0));
    enters(1, 0, 0, waits(30));
    assertThat(order()).containsExactly(1, 0);
  }

  @Test
  void rankComesBeforePriority() {
    enters(0, 1, 1000, waits(5));
    enters(1, 0, 0, waits(5));
    enters(2, 0, 1, waits(5));
    assertThat(order()).containsExactly(2, 1, 0);
  }

  @Test
  void tiesGoToWhoCameFirstAndThenByPlace() {
    for (Place place : List.of(waits(5), has(5, 0), has(20, 0))) {
      all.clear();
      enters(2, 0, 0, NOON.minusSeconds(1), place, UNSEEN);
      enters(1, 0, 0, NOON, place, UNSEEN);
      enters(0, 0, 0, NOON, place, UNSEEN);
      assertThat(order()).as("%s", place).containsExactly(2, 0, 1);
    }
  }
}
