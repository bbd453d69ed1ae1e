package dev.headroom.allocator.limits;

import dev.headroom.contract.topic.Keys;
import dev.headroom.core.evse.EvseState;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * One reader and what it has still to be told: at most one message for each site and EVSE. Whoever
 * comes with news or with demand delivers; one thread at a time, in order.
 */
final class FeedSubscription implements Flow.Subscription {

  private final Flow.Subscriber<? super FeedEvent> reader;
  private final Map<String, FeedEvent> pending = new LinkedHashMap<>();
  private final Deque<FeedEvent> first = new ArrayDeque<>(1);
  private Runnable release = () -> {};
  private long demand;
  private boolean opened;
  private boolean beatDue;
  private boolean delivering;
  private boolean cancelled;

  FeedSubscription(Flow.Subscriber<? super FeedEvent> reader) {
    this.reader = reader;
  }

  /** What is there now goes first; changes that came meanwhile are newer and stay. */
  void open(Collection<Issued> now, Runnable whenCancelled) {
    boolean gone;
    synchronized (this) {
      release = whenCancelled;
      gone = cancelled;
      first.add(new FeedEvent.Snapshot(now.stream().map(one -> one.allocation().site()).toList()));
      now.forEach(
          one ->
              pending.putIfAbsent(
                  one.allocation().site(),
                  new FeedEvent.Changed(
                      new LimitsChange(one.allocation().site(), Optional.of(one), one.id()))));
      opened = true;
    }
    if (gone) {
      whenCancelled.run();
    }
    deliver();
  }

  void offer(LimitsChange change) {
    offer(change.site(), new FeedEvent.Changed(change));
  }

  void offer(EvseState state) {
    offer(Keys.child(state.site(), state.evse()), new FeedEvent.Reported(state));
  }

  private void offer(String key, FeedEvent news) {
    synchronized (this) {
      pending.put(key, news);
    }
    deliver();
  }

  void beat() {
    synchronized (this) {
      beatDue = true;
    }
    deliver();
  }

  @Override
  public void request(long more) {
    synchronized (this) {
      demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
    }
    deliver();
  }

  @Override
  public void cancel() {
    Runnable then;
    synchronized (this) {
      cancelled = true;
      pending.clear();
      then = release;
      release = () -> {};
    }
    then.run();
  }

  private void deliver() {
    synchronized (this) {
      if (delivering) {
        return;
      }
      delivering = true;
    }
    for (Optional<FeedEvent> next = next(); next.isPresent(); next = next()) {
      reader.onNext(next.get());
    }
  }

  /** The next message, if there is one and it is wanted; otherwise delivery ends here. */
  private synchronized Optional<FeedEvent> next() {
    Optional<FeedEvent> next = cancelled || !opened || demand == 0 ? Optional.empty() : poll();
    if (next.isPresent()) {
      demand--;
    } else {
      delivering = false;
    }
    return next;
  }

  private Optional<FeedEvent> poll() {
    if (!first.isEmpty()) {
      return Optional.of(first.poll());
    }
    boolean beat = beatDue;
    beatDue = false;
    Iterator<FeedEvent> changes = pending.values().iterator();
    if (changes.hasNext()) {
      FeedEvent change = changes.next();
      changes.remove();
      return Optional.of(change);
    }
    return beat ? Optional.of(new FeedEvent.Heartbeat()) : Optional.empty();
  }
}
