package dev.headroom.allocator.limits;

import static dev.headroom.allocator.limits.Streamed.NOON;
import static dev.headroom.allocator.limits.Streamed.lastId;
import static dev.headroom.allocator.limits.Streamed.limits;
import static dev.headroom.allocator.limits.Streamed.reports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.allocator.limits.FeedEvent.NotResumed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsStreamsTest {

  private static final Optional<String> NEW = Optional.empty();
  private final Streamed instance = new Streamed();

  @AfterEach
  void stop() {
    instance.close();
  }

  @Test
  void theSnapshotComesFirstThenEverySite() {
    instance.issue("oak", 1, 0, 1);
    instance.issue("elm", 2, 0, 1);

    List<Delivery> told = instance.reader(NEW).take();

    assertThat(told.getFirst())
        .isEqualTo(
            new Delivery(
                new FeedEvent.Snapshot(List.of("elm", "oak"), Optional.empty()), Optional.empty()));
    assertThat(limits(told)).containsExactlyInAnyOrder("oak 1", "elm 1");
    assertThat(lastId(told)).contains("1:0,2:0@topics");
  }

  @Test
  void aSlowReaderGetsTheLatestOfEachSiteAndNothingQueues() {
    instance.issue("oak", 1, 0, 1);
    var reader = instance.reader(NEW);
    reader.takeOne();
    for (int sequence = 2; sequence <= 100; sequence++) {
      instance.issue("oak", 1, sequence, sequence);
      instance.issue("elm", 2, sequence, sequence);
      instance.settle();
      assertThat(reader.subscription.backlog()).isLessThanOrEqualTo(2);
    }

    List<Delivery> told = reader.take();
    assertThat(limits(told)).containsExactly("oak 100", "elm 100");
    assertThat(lastId(told)).contains("1:100,2:100@topics");
  }

  @Test
  void aBusySiteDoesNotKeepAnotherWaiting() {
    var reader = instance.reader(NEW);
    reader.take();
    instance.issue("busy", 1, 1, 1);
    instance.issue("calm", 2, 1, 1);
    for (int sequence = 2; sequence <= 10; sequence++) {
      instance.issue("busy", 1, sequence, sequence);
      instance.settle();
    }
    assertThat(limits(List.of(reader.takeOne()))).containsExactly("busy 10");
    instance.issue("busy", 1, 11, 11);
    instance.settle();
    assertThat(limits(reader.take())).containsExactly("calm 1", "busy 11");
  }

  @Test
  void whatAGatewaySaysOfAnEvseIsToldBetweenTheLimits() {
    instance.issue("oak", 1, 0, 1);
    var reader = instance.reader(NEW, "oak");
    reader.take();
    instance.report("oak", "left", 1, 7, NOON);
    instance.report("oak", "left", 1, 8, NOON.plusSeconds(1));
    instance.report("elm", "left", 2, 9, NOON);
    instance.settle();

    List<Delivery> told = reader.take();
    assertThat(reports(told)).containsExactly("oak/left 2026-06-01T12:00:01Z");
    assertThat(lastId(told)).isPresent();
  }

  @Test
  void onlyTheSitesAskedForAreTold() {
    instance.issue("oak", 1, 0, 1);
    var reader = instance.reader(NEW, "elm");
    instance.issue("elm", 2, 0, 1);
    instance.issue("oak", 1, 1, 2);
    instance.settle();

    assertThat(limits(reader.take())).containsExactly("elm 1");
  }

  @Test
  void aRemovedSiteIsTold() {
    instance.issue("oak", 1, 0, 1);
    var reader = instance.reader(NEW);
    reader.take();
    instance.remove("oak", 1, 1);
    instance.settle();

    assertThat(limits(reader.take())).containsExactly("oak gone");
  }

  @Test
  void anOlderRevisionLaterInTheLogChangesNothing() {
    instance.issue("oak", 1, 0, 5);
    var reader = instance.reader(NEW);
    instance.issue("oak", 1, 1, 4);
    instance.settle();

    assertThat(limits(reader.take())).containsExactly("oak 5");
    assertThat(instance.board.of("oak").orElseThrow().allocation().revision().sequence())
        .isEqualTo(5);
  }

  @Test
  void whoHasCancelledIsToldNothing() {
    instance.issue("oak", 1, 0, 1);
    var reader = instance.reader(NEW);
    instance.streams.cancel(reader.subscription);
    instance.issue("oak", 1, 1, 2);
    instance.settle();

    assertThat(reader.take()).isEmpty();
    assertThat(instance.streams.readers()).isZero();
  }

  @Test
  void aReaderThatTakesNothingIsLetGoAndOneThatDoesIsNot() {
    try (Streamed quick = new Streamed(Streamed.FEW, Duration.ofMillis(100))) {
      quick.issue("oak", 1, 0, 1);
      var stuck = quick.reader(NEW);
      var reads = quick.reader(NEW);
      List<Delivery> told = new ArrayList<>(reads.take());
      await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                told.addAll(reads.take());
                return stuck.ended.isPresent();
              });
      assertThat(stuck.ended).contains(FeedListener.End.STUCK);
      assertThat(reads.ended).isEmpty();
      assertThat(told).extracting(Delivery::event).contains(new FeedEvent.Heartbeat());
    }
  }

  @Test
  void aStopSendsEveryReaderElsewhere() {
    var reader = instance.reader(NEW);
    instance.close();

    await().atMost(Duration.ofSeconds(20)).until(() -> reader.ended.isPresent());
    assertThat(reader.ended).contains(FeedListener.End.STOPPING);
    assertThat(instance.streams.closed()).isTrue();
  }

  @Test
  void whoComesBackToAnotherInstanceGetsExactlyWhatItMissed() {
    try (Streamed other = new Streamed()) {
      for (Streamed each : List.of(instance, other)) {
        each.issue("oak", 1, 10, 1);
        each.issue("ash", 1, 11, 1);
        each.issue("elm", 2, 20, 1);
        each.report("elm", "left", 2, 5, NOON);
        each.report("oak", "left", 1, 5, NOON);
      }
      Optional<String> id = lastId(instance.reader(NEW).take());
      other.issue("ash", 1, 12, 2);
      other.report("elm", "left", 2, 6, NOON.plusSeconds(1));
      other.remove("oak", 1, 13);

      List<Delivery> told = other.reader(id).take();

      assertThat(told.getFirst().event()).isEqualTo(new FeedEvent.Resumed(List.of("ash", "elm")));
      assertThat(limits(told)).containsExactly("ash 2");
      assertThat(reports(told)).containsExactly("elm/left 2026-06-01T12:00:01Z");
      assertThat(lastId(told)).contains("1:13.5,2:20.6@topics");
    }
  }

  @Test
  void whoMissedNothingIsToldNothingAgain() {
    instance.issue("oak", 1, 10, 1);
    Optional<String> id = lastId(instance.reader(NEW).take());

    assertThat(instance.reader(id).take())
        .containsExactly(new Delivery(new FeedEvent.Resumed(List.of("oak")), id));
  }

  @Test
  void anInstanceThatLagsBehindCatchesUpBeforeItGoesOn() throws Exception {
    instance.issue("oak", 1, 10, 1);
    var reader = new Streamed.Reader();
    reader.subscription = instance.streams.subscribe(Set.of(), Optional.of("1:11@topics"), reader);
    instance.issue("oak", 1, 11, 2);
    await().atMost(Duration.ofSeconds(20)).until(() -> reader.subscription.opened());

    assertThat(reader.take().getFirst().event()).isEqualTo(new FeedEvent.Resumed(List.of("oak")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense             | MALFORMED
          1:10                 | MALFORMED
          1:10.x@topics        | MALFORMED
          1:10,@topics         | MALFORMED
          999:10@topics        | MALFORMED
          1:99999999999999999999@topics | MALFORMED
          1:11@topics          | AHEAD
          1:10.1@topics        | AHEAD
          1:10@other           | RECREATED
          """)
  void anIdThatIsOfNoUseLeadsToASnapshotThatSaysSo(String id, NotResumed why) {
    instance.issue("oak", 1, 10, 1);

    List<Delivery> told = instance.reader(Optional.of(id)).take();

    assertThat(told.getFirst().event())
        .isEqualTo(new FeedEvent.Snapshot(List.of("oak"), Optional.of(why)));
    assertThat(limits(told)).containsExactly("oak 1");
  }

  @Test
  void topicsThatWentBackAreOthers() {
    instance.issue("oak", 1, 10, 1);
    Optional<String> id = lastId(instance.reader(NEW).take());
    instance.issue("oak", 1, 0, 2);
    instance.issue("elm", 1, 20, 2);

    assertThat(instance.reader(id).take().getFirst().event())
        .isEqualTo(
            new FeedEvent.Snapshot(List.of("elm", "oak"), Optional.of(NotResumed.RECREATED)));
  }

  /** Whatever it reads, whenever it breaks off: with its last id it ends where a new one does. */
  @ParameterizedTest
  @CsvSource({"1,4", "2,4", "3,16"})
  void nobodyWhoBreaksOffAndComesBackMissesAnything(long seed, int partitions) {
    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var known = new TreeMap<String, Long>();
    Optional<String> id = NEW;
    try (Streamed some = new Streamed(partitions, Duration.ofMillis(50))) {
      var reader = some.reader(id);
      for (int step = 1; step <= 400; step++) {
        int site = chance.nextInt(12);
        some.issue("site-" + site, site % partitions, step, step);
        if (chance.nextInt(4) == 0) {
          some.settle();
        }
        for (int takes = chance.nextInt(3); takes > 0; takes--) {
          Optional<Delivery> next = reader.subscription.poll();
          next.ifPresent(delivery -> learn(known, delivery));
          id = next.flatMap(Delivery::id).isPresent() ? next.flatMap(Delivery::id) : id;
        }
        if (chance.nextInt(25) == 0) {
          some.streams.cancel(reader.subscription);
          reader = some.reader(id);
        }
      }
      some.settle();
      reader.take().forEach(delivery -> learn(known, delivery));

      var really = new TreeMap<String, Long>();
      some.board.all().forEach(one -> really.put(siteOf(one), sequenceOf(one)));
      assertThat(known).isEqualTo(really);
    }
  }

  private static void learn(TreeMap<String, Long> known, Delivery delivery) {
    if (delivery.event() instanceof FeedEvent.Changed(LimitsChange(String site, var issued))) {
      issued.ifPresent(one -> known.put(site, sequenceOf(one)));
    }
  }

  private static String siteOf(Issued one) {
    return one.allocation().site();
  }

  private static long sequenceOf(Issued one) {
    return one.allocation().revision().sequence();
  }

  @Test
  void aClaimIsKnownToBeReadOnlyWhenTheBoardHasReadIt() {
    var read = instance.board.whenRead(0, 1);
    instance.issue("oak", 0, 0, 1);
    assertThat(read).isNotDone();
    instance.issue("oak", 0, 1, 2);
    assertThat(read).isDone();
    assertThat(instance.board.whenRead(0, 0)).isDone();
  }
}
