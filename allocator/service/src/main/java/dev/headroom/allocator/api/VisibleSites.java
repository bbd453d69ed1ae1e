package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.FeedListener;
import dev.headroom.web.access.Caller;
import dev.headroom.web.policy.Action;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A stream as somebody may have it. */
final class VisibleSites {

  private VisibleSites() {}

  /**
   * The sites a stream is of; none stands for all. Who may not read all gets those that are there
   * now: one that is new is in the next stream.
   *
   * @throws dev.headroom.web.access.Denied if one of those asked for must not be read, or none may
   */
  static Set<String> of(Caller caller, Set<String> asked, Boards boards) {
    if (!asked.isEmpty()) {
      caller.require(Action.READ, asked);
      return asked;
    }
    if (caller.grants().allowsEverywhere(EnumSet.of(Action.READ))) {
      return asked;
    }
    Set<String> visible =
        boards.sites().keySet().stream()
            .filter(site -> caller.may(Action.READ, site))
            .collect(Collectors.toSet());
    if (visible.isEmpty()) {
      caller.require(Action.READ, List.of());
    }
    return visible;
  }

  /** Ends the stream with its token; answers what to do when it ended before. */
  static Runnable endWith(Caller caller, EventPump pump) {
    if (caller.until().isEmpty()) {
      return () -> {};
    }
    Vertx vertx = Vertx.currentContext().owner();
    long left = Duration.between(Instant.now(), caller.until().get()).toMillis();
    long timer = vertx.setTimer(Math.max(1, left), ended -> pump.end(FeedListener.End.STOPPING));
    return () -> vertx.cancelTimer(timer);
  }
}
