package dev.headroom.allocator.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.core.demand.ClosedWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WindowQueueTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final List<CompletableFuture<Set<String>>> asked = new ArrayList<>();
  private final List<DemandRecord> sent = new ArrayList<>();
  private final WindowQueue queue =
      new WindowQueue(
          3,
          (partition, since) -> {
            asked.add(new CompletableFuture<>());
            return asked.getLast();
          },
          sent::add);

  private static DemandRecord window(String site) {
    return new DemandRecord(
        site,
        new ClosedWindow("service", NOON, Duration.ofMinutes(15), 1000, 250, Duration.ZERO, true));
  }

  private void ticks(int from, int to) {
    for (int second = from; second < to; second++) {
      queue.tick(NOON.plusSeconds(second));
    }
  }

  @Test
  void aWindowWaitsUntilItIsKnownWhatWasTold() {
    queue.open(NOON);
    queue.add(window("oak"));
    ticks(0, 5);
    assertThat(sent).isEmpty();
    assertThat(queue.holds("oak")).isTrue();
    assertThat(queue.holds("elm")).isFalse();

    asked.getFirst().complete(Set.of());
    ticks(5, 6);
    assertThat(sent).containsExactly(window("oak"));
    assertThat(queue.holds("oak")).isFalse();
  }

  @Test
  void whatAnEarlierOwnerToldIsNotToldAgain() {
    queue.open(NOON);
    asked.getFirst().complete(Set.of(window("oak").identity()));
    queue.add(window("oak"));
    queue.add(window("elm"));
    queue.add(window("elm"));
    ticks(0, 2);
    assertThat(sent).containsExactly(window("elm"));
    assertThat(queue.holds("oak")).isFalse();
  }

  @Test
  void whatCannotBeReadIsAskedAgain() {
    queue.open(NOON);
    asked.getFirst().completeExceptionally(new IllegalStateException("no broker"));
    queue.add(window("oak"));
    ticks(0, 5);
    assertThat(asked).hasSizeGreaterThan(1);
    asked.getLast().complete(Set.of(window("oak").identity()));
    ticks(5, 6);
    assertThat(sent).isEmpty();
    assertThat(queue.holds("oak")).isFalse();
  }

  @Test
  void afterAMinuteTwiceIsBetterThanNever() {
    queue.open(NOON);
    queue.add(window("oak"));
    ticks(0, 60);
    assertThat(sent).isEmpty();
    ticks(60, 61);
    assertThat(sent).containsExactly(window("oak"));
  }

  /** It may have lost the partition meanwhile, and is about to hear so. */
  @Test
  void whoStoodStillWaitsAMoment() {
    queue.open(NOON);
    asked.getFirst().complete(Set.of());
    ticks(0, 3);
    queue.add(window("oak"));
    ticks(20, 22);
    assertThat(sent).isEmpty();
    ticks(22, 23);
    assertThat(sent).containsExactly(window("oak"));
  }
}
