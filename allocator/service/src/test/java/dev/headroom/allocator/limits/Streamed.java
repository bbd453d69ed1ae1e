package dev.headroom.allocator.limits;

import static org.awaitility.Awaitility.await;

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
import org.apache.kafka.common.header.internals.RecordHeaders;

/** An instance's boards and streams, without a broker: what is in its logs is put there by hand. */
final class Streamed implements AutoCloseable {

  /** Few enough for an id with every burst. */
  static final int FEW = 4;

  /** So many that ids are long, and rare. */
  static final int MANY = 16;

  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(20);

  final LimitsBoard board = new LimitsBoard();
  final SiteBoard<EvseState> states = new SiteBoard<>();
  final LimitsStreams streams;

  Streamed(int partitions, Duration heartbeat) {
    streams = new LimitsStreams(board, states, partitions, heartbeat, Duration.ofMillis(300));
    streams.mark("topics");
  }

  Streamed() {
    this(FEW, Duration.ofHours(1));
  }

  void issue(String site, int partition, long offset, long sequence) {
    var allocation = new Allocation(site, new Revision(3, sequence), 1, NOON, List.of(), List.of());
    board.changed(
        entry(site, Optional.of(new LimitsRecord.SiteLimits(allocation)), partition, offset));
  }

  void remove(String site, int partition, long offset) {
    board.changed(entry(site, Optional.empty(), partition, offset));
  }

  void report(String site, String evse, int partition, long offset, Instant at) {
    states.changed(
        entry(
            site + "/" + evse, Optional.of(Fixtures.charging(site, evse, at)), partition, offset));
  }

  private static <V> CompactedTable.Entry<V> entry(
      String key, Optional<V> value, int partition, long offset) {
    return new CompactedTable.Entry<>(key, value, partition, offset, new RecordHeaders(), NOON);
  }

  /** A reader that takes nothing of itself. */
  Reader reader(Optional<String> lastId, String... sites) {
    Reader reader = new Reader();
    reader.subscription = streams.subscribe(Set.of(sites), lastId, reader);
    settle();
    if (!reader.subscription.opened()) {
      await().atMost(SOON).until(() -> reader.subscription.opened());
    }
    return reader;
  }

  /** Until all that was put into the logs so far is passed on. */
  void settle() {
    streams.settle();
  }

  @Override
  public void close() {
    streams.close();
  }

  /** What a connection would do, by hand. */
  @SuppressWarnings("NullAway.Init") // subscribed before use
  static final class Reader implements FeedListener {

    FeedSubscription subscription;
    volatile Optional<End> ended = Optional.empty();

    /** Takes all there is. */
    List<Delivery> take() {
      List<Delivery> taken = new ArrayList<>();
      for (Optional<Delivery> next = subscription.poll();
          next.isPresent();
          next = subscription.poll()) {
        taken.add(next.get());
      }
      return taken;
    }

    Delivery takeOne() {
      return subscription.poll().orElseThrow();
    }

    @Override
    public void news() {}

    @Override
    public void end(End why) {
      ended = Optional.of(why);
    }
  }

  /** The sites whose limits are in it, with their sequences: {@code oak 3}. */
  static List<String> limits(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(Delivery::event)
        .filter(FeedEvent.Changed.class::isInstance)
        .map(event -> ((FeedEvent.Changed) event).change())
        .map(
            change ->
                change.site()
                    + change
                        .issued()
                        .map(one -> " " + one.allocation().revision().sequence())
                        .orElse(" gone"))
        .toList();
  }

  /** The EVSEs that are told of in it. */
  static List<String> reports(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(Delivery::event)
        .filter(FeedEvent.Reported.class::isInstance)
        .map(event -> ((FeedEvent.Reported) event).state())
        .map(state -> state.site() + "/" + state.evse() + " " + state.at())
        .toList();
  }

  /** The last id in it. */
  static Optional<String> lastId(List<Delivery> deliveries) {
    return deliveries.stream().flatMap(one -> one.id().stream()).reduce((a, b) -> b);
  }
}
