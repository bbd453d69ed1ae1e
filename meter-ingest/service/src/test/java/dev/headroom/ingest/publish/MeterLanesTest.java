package dev.headroom.ingest.publish;

import static dev.headroom.ingest.reading.Readings.MAIN;
import static dev.headroom.ingest.reading.Readings.START;
import static dev.headroom.ingest.reading.Readings.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.reading.MeterIdentity;
import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class MeterLanesTest {

  private final SlowBroker broker = new SlowBroker();
  private final MeterLanes lanes =
      new MeterLanes(new LaneLimits(1, 2, Duration.ofSeconds(10)), broker);

  @Test
  void answersOnlyAfterTheBrokerHas() {
    CompletableFuture<Outcome> first = submit(1);
    assertThat(first).isNotDone();
    assertThat(lanes.underWay()).isEqualTo(1);
    broker.acknowledge(0);
    assertThat(first).isCompletedWithValue(new Outcome.Published(1));
    assertThat(lanes.underWay()).isZero();
  }

  @Test
  void givesTheOldestWaitingUpForAFreshOne() {
    submit(1);
    CompletableFuture<Outcome> second = submit(2);
    CompletableFuture<Outcome> third = submit(3);
    assertThat(second).isNotDone();
    CompletableFuture<Outcome> fourth = submit(4);
    assertThat(refusal(second)).isEqualTo(Refusal.SUPERSEDED);
    broker.acknowledge(0);
    broker.acknowledge(1);
    broker.acknowledge(2);
    assertThat(third).isCompletedWithValue(new Outcome.Published(1));
    assertThat(fourth).isCompletedWithValue(new Outcome.Published(1));
    assertThat(broker.sequences()).containsExactly(1L, 3L, 4L);
  }

  @Test
  void doesNotLetOneMeterWaitForAnother() {
    submit(1);
    MeterIdentity other = new MeterIdentity("demo-2", "main");
    lanes.submit(other, numbered(1), START);
    assertThat(broker.sequences()).hasSize(2);
  }

  @Test
  void saysWhenTheBrokerDidNotTakeIt() {
    CompletableFuture<Outcome> first = submit(1);
    broker.fail(0);
    assertThat(refusal(first)).isEqualTo(Refusal.BROKER);
    assertThat(submit(1)).as("the meter tries again").isNotDone();
  }

  @Test
  void goesOnBehindAFailure() {
    submit(1);
    CompletableFuture<Outcome> second = submit(2);
    broker.fail(0);
    broker.acknowledge(1);
    assertThat(second).isCompletedWithValue(new Outcome.Published(1));
  }

  @Test
  void survivesABrokerThatFailsAtOnce() {
    MeterLanes refused =
        new MeterLanes(
            new LaneLimits(1, 1, Duration.ofSeconds(10)),
            pack -> CompletableFuture.failedFuture(new IllegalStateException("no metadata")));
    CompletableFuture<Outcome> outcome =
        refused.submit(MAIN, numbered(1), START).toCompletableFuture();
    assertThat(refusal(outcome)).isEqualTo(Refusal.BROKER);
  }

  @Test
  void s4RejectsWhatIsOutOfOrder() {
    submit(2);
    assertThat(refusal(submit(1))).isEqualTo(Refusal.OUT_OF_ORDER);
    assertThat(broker.sequences()).containsExactly(2L);
  }

  @Test
  void forgetsAMeterOnlyWhenItIsSilentAndNothingIsUnderWay() {
    submit(1);
    lanes.sweep(START.plusSeconds(60));
    assertThat(lanes.meters()).isEqualTo(1);
    broker.acknowledge(0);
    lanes.sweep(START.plusSeconds(10));
    assertThat(lanes.meters()).isEqualTo(1);
    lanes.sweep(START.plusSeconds(11));
    assertThat(lanes.meters()).isZero();
    assertThat(submit(2)).isNotDone();
  }

  private CompletableFuture<Outcome> submit(long sequence) {
    List<MeterReading> pack = numbered(sequence);
    return lanes.submit(MAIN, pack, pack.getLast().receivedAt()).toCompletableFuture();
  }

  private static Refusal refusal(CompletableFuture<Outcome> outcome) {
    assertThat(outcome).isDone();
    assertThat(outcome.join()).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome.join()).refusal();
  }

  /** Acknowledges when told to. */
  private static final class SlowBroker implements ReadingSink {
    private final List<List<MeterReading>> packs = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();

    @Override
    public CompletionStage<Void> send(List<MeterReading> pack) {
      packs.add(pack);
      answers.add(new CompletableFuture<>());
      return answers.getLast();
    }

    void acknowledge(int pack) {
      answers.get(pack).complete(null);
    }

    void fail(int pack) {
      answers.get(pack).completeExceptionally(new IllegalStateException("broker down"));
    }

    List<Long> sequences() {
      return packs.stream().map(it -> it.getFirst().sequence().orElseThrow()).toList();
    }
  }
}
