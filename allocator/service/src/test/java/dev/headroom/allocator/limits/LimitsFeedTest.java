package dev.headroom.allocator.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsFeedTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final LimitsBoard board = new LimitsBoard();
  private final SiteBoard<EvseState> evses = new SiteBoard<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private long offset;

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void theSnapshotComesFirstThenEverySite() {
    issue("oak", 1);
    issue("elm", 1);
    Reader reader = read(Set.of(), Long.MAX_VALUE);

    assertThat(reader.told.getFirst())
        .isInstanceOfSatisfying(
            FeedEvent.Snapshot.class,
            it -> assertThat(it.sites()).containsExactlyInAnyOrder("oak", "elm"));
    assertThat(reader.told).hasSize(3);
  }

  @Test
  void aSlowReaderGetsTheLatestOfEachSiteAndNothingQueues() {
    issue("oak", 1);
    Reader reader = read(Set.of(), 1);
    for (int sequence = 2; sequence <= 100; sequence++) {
      issue("oak", sequence);
      issue("elm", sequence);
    }
    reader.demand(Long.MAX_VALUE);

    assertThat(reader.sequencesOf("oak")).containsExactly(100L);
    assertThat(reader.sequencesOf("elm")).containsExactly(100L);
  }

  @Test
  void whatAGatewaySaysOfAnEvseIsToldBetweenTheLimits() {
    issue("oak", 1);
    Reader reader = read(Set.of("oak"), 2);
    report("oak", NOON);
    report("oak", NOON.plusSeconds(1));
    report("elm", NOON);
    reader.demand(Long.MAX_VALUE);

    assertThat(reader.told).hasSize(3);
    assertThat(reader.told.getLast())
        .isEqualTo(new FeedEvent.Reported(Fixtures.charging("oak", "left", NOON.plusSeconds(1))));
  }

  @Test
  void onlyTheSitesAskedForAreTold() {
    issue("oak", 1);
    Reader reader = read(Set.of("elm"), Long.MAX_VALUE);
    issue("elm", 1);
    issue("oak", 2);

    assertThat(reader.told).hasSize(2);
    assertThat(reader.sequencesOf("elm")).containsExactly(1L);
  }

  @Test
  void aRemovedSiteIsTold() {
    issue("oak", 1);
    Reader reader = read(Set.of(), Long.MAX_VALUE);
    board.changed(
        new CompactedTable.Entry<>(
            "oak", Optional.empty(), 0, offset++, new RecordHeaders(), NOON));

    assertThat(reader.told.getLast())
        .isInstanceOfSatisfying(
            FeedEvent.Changed.class, it -> assertThat(it.change().issued()).isEmpty());
  }

  @Test
  void anOlderRevisionLaterInTheLogChangesNothing() {
    issue("oak", 5);
    Reader reader = read(Set.of(), Long.MAX_VALUE);
    issue("oak", 4);

    assertThat(reader.sequencesOf("oak")).containsExactly(5L);
    assertThat(board.of("oak").orElseThrow().allocation().revision().sequence()).isEqualTo(5);
  }

  @Test
  void whoHasCancelledIsToldNothing() {
    Reader reader = read(Set.of(), Long.MAX_VALUE);
    reader.subscription.cancel();
    issue("oak", 1);

    assertThat(reader.told).hasSize(1);
  }

  @Test
  void aClaimIsKnownToBeReadOnlyWhenTheBoardHasReadIt() {
    var read = board.whenRead(0, 1);
    issue("oak", 1);
    assertThat(read).isNotDone();
    issue("oak", 2);
    assertThat(read).isDone();
    assertThat(board.whenRead(0, 0)).isDone();
  }

  private void issue(String site, long sequence) {
    var allocation = new Allocation(site, new Revision(3, sequence), 1, NOON, List.of(), List.of());
    board.changed(
        new CompactedTable.Entry<>(
            site,
            Optional.of(new LimitsRecord.SiteLimits(allocation)),
            0,
            offset++,
            new RecordHeaders(),
            NOON));
  }

  private void report(String site, Instant at) {
    evses.changed(
        new CompactedTable.Entry<>(
            site + "/left",
            Optional.of(Fixtures.charging(site, "left", at)),
            0,
            offset++,
            new RecordHeaders(),
            NOON));
  }

  private Reader read(Set<String> sites, long demand) {
    Reader reader = new Reader();
    new LimitsFeed(board, evses, sites, Duration.ofHours(1), timer).subscribe(reader);
    reader.demand(demand);
    return reader;
  }

  @SuppressWarnings("NullAway.Init") // onSubscribe comes first
  private static final class Reader implements Flow.Subscriber<FeedEvent> {

    private final List<FeedEvent> told = new ArrayList<>();
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    void demand(long more) {
      subscription.request(more);
    }

    @Override
    public void onNext(FeedEvent event) {
      told.add(event);
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("limits never end");
    }

    List<Long> sequencesOf(String site) {
      return told.stream()
          .filter(FeedEvent.Changed.class::isInstance)
          .map(event -> ((FeedEvent.Changed) event).change())
          .filter(change -> change.site().equals(site))
          .flatMap(change -> change.issued().stream())
          .map(issued -> issued.allocation().revision().sequence())
          .toList();
    }
  }
}
