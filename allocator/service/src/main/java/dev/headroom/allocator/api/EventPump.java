package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.FeedListener;
import dev.headroom.allocator.limits.FeedSubscription;
import dev.headroom.allocator.limits.LimitsStreams;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Carries events from the streams to one connection, on the connection's own event loop, as fast as
 * the connection takes them and no faster: what it does not take waits in the subscription.
 */
abstract class EventPump implements FeedListener {

  private final LimitsStreams streams;
  private final Context context;
  private final AtomicBoolean due = new AtomicBoolean();
  private Optional<FeedSubscription> reader = Optional.empty();

  /** For the connection of the event loop that calls. */
  EventPump(LimitsStreams streams) {
    this.streams = streams;
    this.context = Vertx.currentContext();
  }

  final void open(Set<String> sites, Optional<String> lastId) {
    reader = Optional.of(streams.subscribe(sites, lastId, this));
  }

  /** Passes on what the connection takes; on the event loop. */
  abstract void pump(FeedSubscription from);

  /** Ends the connection; on the event loop. */
  abstract void close(End why);

  /** Does it where the connection is at home. */
  final void run(Runnable work) {
    context.runOnContext(nothing -> work.run());
  }

  final void pump() {
    reader.ifPresent(this::pump);
  }

  /** The connection is gone. */
  final void gone() {
    reader.ifPresent(streams::cancel);
    reader = Optional.empty();
  }

  @Override
  public final void news() {
    if (due.compareAndSet(false, true)) {
      run(
          () -> {
            due.set(false);
            pump();
          });
    }
  }

  @Override
  public final void end(End why) {
    run(
        () -> {
          gone();
          close(why);
        });
  }
}
