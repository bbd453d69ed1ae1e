package dev.headroom.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.turn.Drawing.Sample;
import dev.headroom.core.turn.Queue.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration DWELL = Queue.DWELL;
  private static final Duration LOOK = Duration.ofSeconds(20);

  @Test
  void aNewcomerOfTheSamePriorityWaitsUntilTheDwellIsOver() {
    Queue queue = new Queue(1);
    Vehicle first = queue.comes(0);
    queue.passes(Duration.ofMinutes(5));
    Vehicle second = queue.comes(0);
    queue.passes(Duration.ofMinutes(9));
    assertThat(first.in).isTrue();
    queue.passes(Duration.ofMinutes(2));
    assertThat(first.in).isFalse();
    assertThat(second.in).isTrue();
  }

  @Test
  void aNewcomerOfHigherPriorityGoesFirst() {
    Queue queue = new Queue(1);
    Vehicle first = queue.comes(0);
    queue.passes(Duration.ofMinutes(5));
    Vehicle second = queue.comes(1);
    queue.passes(Duration.ofSeconds(3));
    assertThat(first.in).isFalse();
    assertThat(second.in).isTrue();
  }

  @Test
  void aNewcomerOfHigherPriorityButLaterRankWaits() {
    Queue queue = new Queue(1);
    Vehicle first = queue.comes(0, 0);
    queue.passes(Duration.ofMinutes(5));
    queue.comes(1, 9);
    queue.passes(Duration.ofMinutes(9));
    assertThat(first.in).isTrue();
  }

  @Test
  void nobodyGoesBeforeOneThatHadToWaitUntilItWasLifted() {
    Queue queue = new Queue(1);
    queue.comes(1);
    queue.passes(Duration.ofMinutes(1));
    Vehicle low = queue.comes(0);
    queue.passes(Duration.ofMinutes(33));
    assertThat(low.in).isTrue();
    queue.comes(5);
    queue.passes(Duration.ofMinutes(11));
    assertThat(low.in).isTrue();
  }

  @Test
  void theLongestWaitingGoesFirst() {
    Queue queue = new Queue(1);
    queue.comes(0);
    queue.passes(Duration.ofMinutes(1));
    Vehicle second = queue.comes(0);
    queue.passes(Duration.ofMinutes(1));
    Vehicle third = queue.comes(0);
    queue.passes(Duration.ofMinutes(14));
    assertThat(second.in).isTrue();
    queue.passes(Duration.ofMinutes(15));
    assertThat(third.in).isTrue();
  }

  @Test
  void whoIsCutForLackOfRoomIsTheFirstToComeBack() {
    Queue queue = new Queue(2);
    Vehicle first = queue.comes(0);
    queue.passes(Duration.ofMinutes(1));
    Vehicle second = queue.comes(0);
    queue.passes(Duration.ofMinutes(1));
    queue.comes(0);
    queue.room = 1;
    queue.passes(Duration.ofMinutes(1));
    assertThat(first.in).isTrue();
    assertThat(second.in).isFalse();
    queue.room = 2;
    queue.passes(Duration.ofSeconds(3));
    assertThat(second.in).isTrue();
  }

  @Test
  void aVehicleThatDoesNotDrawGetsOneWakeUpAndThenYields() {
    Queue queue = new Queue(1);
    Vehicle asleep = queue.comes(0);
    asleep.draws = looks -> Sample.DRAWS_NOTHING;
    Vehicle other = queue.comes(0);
    queue.passes(Duration.ofSeconds(61));
    assertThat(asleep.in).isTrue();
    List<Integer> paused = new ArrayList<>();
    queue.looks(
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        () -> {
          paused.add(asleep.in ? 0 : 1);
          assertThat(other.in).as("its turn is kept while it wakes").isFalse();
        });
    assertThat(paused.stream().mapToInt(it -> it).sum()).isEqualTo(10);
    queue.passes(Duration.ofSeconds(30));
    assertThat(asleep.in).isFalse();
    assertThat(other.in).isTrue();
    queue.passes(Duration.ofHours(2));
    assertThat(other.in).as("it stays at the back").isTrue();
  }

  @Test
  void aVehicleThatWakesUpKeepsItsTurn() {
    Queue queue = new Queue(1);
    Vehicle sleepy = queue.comes(0);
    boolean[] woken = {false};
    sleepy.draws = looks -> woken[0] ? Sample.DRAWS : Sample.DRAWS_NOTHING;
    queue.comes(0);
    queue.looks(
        Duration.ofSeconds(1),
        Duration.ofMinutes(14),
        () -> woken[0] |= sleepy.turn.orElseThrow().wakesUp());
    assertThat(woken[0]).isTrue();
    assertThat(sleepy.in).isTrue();
  }

  @Test
  void oneThatIsFullYieldsWithoutAWakeUp() {
    Queue queue = new Queue(1);
    Vehicle full = queue.comes(0);
    full.draws = looks -> looks < 120 ? Sample.DRAWS : Sample.DRAWS_NOTHING;
    Vehicle other = queue.comes(0);
    queue.looks(
        Duration.ofSeconds(1),
        Duration.ofMinutes(4),
        () -> assertThat(full.turn.orElseThrow().wakesUp()).isFalse());
    assertThat(other.in).isTrue();
  }

  @Test
  void oneThatYieldedIsLetInWhereThereIsRoomAndIsTheFirstToGo() {
    Queue queue = new Queue(2);
    Vehicle asleep = queue.comes(0);
    asleep.draws = looks -> Sample.DRAWS_NOTHING;
    queue.comes(0);
    queue.passes(Duration.ofMinutes(4));
    assertThat(asleep.turn.orElseThrow().yields()).isTrue();
    assertThat(asleep.in).isTrue();
    Vehicle newcomer = queue.comes(0);
    queue.passes(Duration.ofSeconds(3));
    assertThat(asleep.in).isFalse();
    assertThat(newcomer.in).isTrue();
  }

  @Test
  void anotherSessionForgetsThatTheLastOneYielded() {
    Queue queue = new Queue(1);
    Vehicle asleep = queue.comes(0);
    asleep.draws = looks -> Sample.DRAWS_NOTHING;
    queue.comes(0);
    queue.passes(Duration.ofMinutes(4));
    asleep.session = "another";
    asleep.draws = looks -> Sample.DRAWS;
    queue.passes(Duration.ofMinutes(16));
    assertThat(asleep.in).isTrue();
  }

  @Test
  void unknownSamplesEndNoTurn() {
    Queue queue = new Queue(1);
    Vehicle silent = queue.comes(0);
    silent.draws = looks -> looks % 50 == 49 ? Sample.UNKNOWN : Sample.DRAWS_NOTHING;
    queue.comes(0);
    queue.looks(
        Duration.ofSeconds(1), Duration.ofMinutes(14), () -> assertThat(silent.in).isTrue());
  }

  @Test
  void withoutAMemoryWhoDrawsHasItsTurnAlready() {
    Entrant drawing = new Entrant(0, "s", Queue.NOON, 0, 0, false, Sample.DRAWS);
    Entrant idle = new Entrant(0, "s", Queue.NOON, 0, 0, false, Sample.UNKNOWN);
    assertThat(Turn.first(drawing, Queue.NOON).place()).isInstanceOf(Turn.Place.Has.class);
    assertThat(Turn.first(idle, Queue.NOON).place()).isInstanceOf(Turn.Place.Waits.class);
  }

  /** The bound of {@link TurnOrder}, with two looks for each change of turns. */
  @Property(tries = 60)
  void nobodyStarvesWhateverThePriorities(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(7);
    int k = 1 + random.nextInt(n);
    Queue queue = new Queue(k);
    for (int i = 0; i < n; i++) {
      queue.comes(random.nextInt(3), random.nextInt(4) * 100);
    }
    long m = queue.vehicles.stream().map(it -> List.of(it.rank, it.priority)).distinct().count();
    long dwells = 2 * m + Math.ceilDiv(n, k);
    Duration bound = DWELL.plus(LOOK.multipliedBy(3)).multipliedBy(dwells);
    Map<Vehicle, Instant> waitsSince = new HashMap<>();
    queue.looks(
        LOOK,
        bound.multipliedBy(3),
        () -> {
          for (Vehicle vehicle : queue.vehicles) {
            if (vehicle.in) {
              waitsSince.remove(vehicle);
            } else {
              Instant since = waitsSince.computeIfAbsent(vehicle, it -> queue.now);
              assertThat(Duration.between(since, queue.now)).isLessThanOrEqualTo(bound);
            }
          }
        });
  }

  @Property(tries = 60)
  void noTurnEndsBeforeItsDwellWhileTheRoomIsThere(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(7);
    Queue queue = new Queue(1 + random.nextInt(n));
    for (int i = 0; i < n; i++) {
      queue.comes(random.nextInt(3), random.nextInt(4));
    }
    Map<Vehicle, Instant> inSince = new HashMap<>();
    queue.looks(
        LOOK,
        DWELL.multipliedBy(40),
        () -> {
          for (Vehicle vehicle : queue.vehicles) {
            if (vehicle.in) {
              inSince.putIfAbsent(vehicle, queue.now);
            } else if (inSince.containsKey(vehicle)) {
              assertThat(Duration.between(inSince.remove(vehicle), queue.now))
                  .isGreaterThanOrEqualTo(DWELL);
            }
          }
        });
  }

  @Property(tries = 60)
  void whateverIsSeenEveryPortHasItsPlaceInTheOrderOnce(@ForAll long seed) {
    Random random = new Random(seed);
    Queue queue = new Queue(2);
    Sample[] samples = Sample.values();
    for (int i = 0; i < 6; i++) {
      queue.comes(random.nextInt(3)).draws = looks -> samples[random.nextInt(samples.length)];
    }
    for (int look = 0; look < 400; look++) {
      queue.room = random.nextInt(7);
      queue.looks(Duration.ofSeconds(random.nextInt(120)));
      assertThat(queue.vehicles.stream().filter(it -> it.in).count())
          .isLessThanOrEqualTo(queue.room);
    }
  }
}
