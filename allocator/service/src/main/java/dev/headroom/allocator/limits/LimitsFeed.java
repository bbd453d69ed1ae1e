package dev.headroom.allocator.limits;

import dev.headroom.core.evse.EvseState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The board as a stream for one reader: what is there, then every change. A reader slower than the
 * changes gets the latest of each site; nothing ever queues up behind it.
 */
public final class LimitsFeed implements Flow.Publisher<FeedEvent> {

  private final LimitsBoard board;
  private final SiteBoard<EvseState> evses;
  private final Set<String> sites;
  private final Duration heartbeat;
  private final ScheduledExecutorService timer;

  /**
   * A feed of these sites; of all if there are none.
   *
   * @param heartbeat how often the reader hears something in any case
   */
  public LimitsFeed(
      LimitsBoard board,
      SiteBoard<EvseState> evses,
      Set<String> sites,
      Duration heartbeat,
      ScheduledExecutorService timer) {
    this.board = board;
    this.evses = evses;
    this.sites = Set.copyOf(sites);
    this.heartbeat = heartbeat;
    this.timer = timer;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super FeedEvent> reader) {
    FeedSubscription subscription = new FeedSubscription(reader);
    reader.onSubscribe(subscription);
    Runnable unwatch =
        board.watch(
            change -> {
              if (wanted(change.site())) {
                subscription.offer(change);
              }
            });
    Runnable unwatchEvses =
        evses.watch(
            state -> {
              if (wanted(state.site())) {
                subscription.offer(state);
              }
            });
    ScheduledFuture<?> beats =
        timer.scheduleAtFixedRate(
            subscription::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    subscription.open(
        board.all().stream().filter(one -> wanted(one.allocation().site())).toList(),
        () -> {
          unwatch.run();
          unwatchEvses.run();
          beats.cancel(false);
        });
  }

  private boolean wanted(String site) {
    return sites.isEmpty() || sites.contains(site);
  }
}
