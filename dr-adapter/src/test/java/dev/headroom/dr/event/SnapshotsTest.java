package dev.headroom.dr.event;

import static dev.headroom.dr.event.Events.event;
import static dev.headroom.dr.event.Events.hour;
import static dev.headroom.dr.event.Events.watts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.dr.event.Snapshots.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final Slot A = new Slot("a", "events");
  private static final Slot B = new Slot("b", "events");

  @Test
  void hasEveryIntervalOfEverySiteEvenWhereTheyOverlap() {
    DrEvent wide = event("1", watts(0, 4, 20_000), false, "a", "b");
    DrEvent tight = event("2", watts(1, 2, 10_000), false, "a");
    assertThat(Snapshots.of(List.of(tight, wide), hour(0)))
        .containsOnlyKeys(A, B)
        .containsEntry(
            A, new Ceiling("a", "events", false, List.of(watts(0, 4, 20_000), watts(1, 2, 10_000))))
        .containsEntry(B, new Ceiling("b", "events", false, List.of(watts(0, 4, 20_000))));
  }

  @Test
  void isTheSameInWhateverOrderEventsCome() {
    DrEvent one = event("1", watts(0, 4, 20_000), false, "a");
    DrEvent two = event("2", watts(0, 4, 10_000), false, "a");
    assertThat(Snapshots.of(List.of(one, two), hour(0)))
        .isEqualTo(Snapshots.of(List.of(two, one), hour(0)));
  }

  @Test
  void leavesOutWhatIsOverOrCancelled() {
    DrEvent over = event("1", watts(0, 1, 1), false, "a");
    DrEvent cancelled = event("2", watts(0, 4, 1), false, "b").cancelled(hour(0));
    assertThat(Snapshots.of(List.of(over, cancelled), hour(1))).isEmpty();
    assertThat(Snapshots.of(List.of(over), hour(0))).containsOnlyKeys(A);
  }

  @Test
  void keepsEventsApartThatMayPause() {
    DrEvent gentle = event("1", watts(0, 1, 1), false, "a");
    DrEvent stern = event("2", watts(0, 1, 1), true, "a");
    assertThat(Snapshots.of(List.of(gentle, stern), hour(0)).values())
        .extracting(Ceiling::source, Ceiling::mayPause)
        .containsExactly(tuple("events", false), tuple("events-may-pause", true));
  }

  @Test
  void namesTheStateOfAnEventAtItsEdges() {
    DrEvent event = event("1", watts(1, 2, 1), false, "a");
    assertThat(event.stateAt(hour(1).minusNanos(1))).isEqualTo(EventState.SCHEDULED);
    assertThat(event.stateAt(hour(1))).isEqualTo(EventState.ACTIVE);
    assertThat(event.stateAt(hour(2).minusNanos(1))).isEqualTo(EventState.ACTIVE);
    assertThat(event.stateAt(hour(2))).isEqualTo(EventState.ENDED);
    assertThat(event.cancelled(hour(0)).stateAt(hour(1))).isEqualTo(EventState.CANCELLED);
  }
}
