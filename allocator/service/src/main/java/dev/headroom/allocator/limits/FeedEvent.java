package dev.headroom.allocator.limits;

import dev.headroom.core.evse.EvseState;
import java.util.List;
import java.util.Optional;

/** What a reader of limits is told; one object for all who are told the same. */
public sealed interface FeedEvent {

  /**
   * First of all: the sites whose limits follow.
   *
   * @param notResumed why the reader's id was of no use, if it came with one
   */
  record Snapshot(List<String> sites, Optional<NotResumed> notResumed) implements FeedEvent {
    public Snapshot {
      sites = List.copyOf(sites);
    }
  }

  /** First of all for who comes back: all sites there are; what changed meanwhile follows. */
  record Resumed(List<String> sites) implements FeedEvent {
    public Resumed {
      sites = List.copyOf(sites);
    }
  }

  /** A site's whole allocation, or that it is gone. */
  record Changed(LimitsChange change) implements FeedEvent {}

  /** What the gateway says of an EVSE. */
  record Reported(EvseState state) implements FeedEvent {}

  /** Nothing new, but the stream is alive. */
  record Heartbeat() implements FeedEvent {}

  /** Why an id says nothing of where its reader is. */
  enum NotResumed {
    /** It is none of ours. */
    MALFORMED,
    /** It is beyond the end of a topic. */
    AHEAD,
    /** It is of topics that have been made anew since. */
    RECREATED
  }
}
