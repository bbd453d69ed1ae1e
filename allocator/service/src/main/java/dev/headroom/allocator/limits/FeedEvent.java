package dev.headroom.allocator.limits;

import dev.headroom.core.evse.EvseState;
import java.util.List;

/** What a reader of limits is told. */
public sealed interface FeedEvent {

  /** First of all: the sites whose limits follow. */
  record Snapshot(List<String> sites) implements FeedEvent {
    public Snapshot {
      sites = List.copyOf(sites);
    }
  }

  /** A site's whole allocation, or that it is gone. */
  record Changed(LimitsChange change) implements FeedEvent {}

  /** What the gateway says of an EVSE. */
  record Reported(EvseState state) implements FeedEvent {}

  /** Nothing new, but the stream is alive. */
  record Heartbeat() implements FeedEvent {}
}
