package dev.headroom.allocator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.allocator.limits.FeedEvent;
import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.LimitsChange;
import dev.headroom.core.evse.EvseState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Makes events what goes out, each once, however many readers get it: what was made last is kept
 * for a moment, and used while all that it shows is still so.
 */
@Singleton
public final class EventEncoder {

  /** The first event of a stream. */
  @Schema(name = "Snapshot", description = "The sites whose limits follow.")
  record SnapshotView(
      List<String> sites,
      @Schema(description = "Why the id that was given is of no use.")
          Optional<FeedEvent.NotResumed> notResumed) {}

  /** The first event of a stream that goes on. */
  @Schema(
      name = "Resumed",
      description = "All sites there are; those that changed since the id follow.")
  record ResumedView(List<String> sites) {}

  /** The last of a site. */
  @Schema(name = "Removed", description = "The site is deleted.")
  record RemovedView(String site) {}

  private record Kept(Object source, long states, long ceilings, Instant at, EncodedEvent event) {}

  private static final int MOST_KEPT = 1024;

  /** Ceilings begin and end by the clock; limits that were shown for longer are shown anew. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Boards boards;
  private final ObjectMapper json;
  private final AtomicLong encodings = new AtomicLong();

  private final Map<String, Kept> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public EventEncoder(Boards boards, ObjectMapper json) {
    this.boards = boards;
    this.json = json;
  }

  EncodedEvent encode(FeedEvent event) {
    return switch (event) {
      case FeedEvent.Snapshot(var sites, var why) ->
          encoded("snapshot", new SnapshotView(sites, why));
      case FeedEvent.Resumed(var sites) -> encoded("resumed", new ResumedView(sites));
      case FeedEvent.Changed(LimitsChange change) ->
          change
              .issued()
              .map(this::limits)
              .orElseGet(() -> encoded("removed", new RemovedView(change.site())));
      case FeedEvent.Reported(EvseState state) -> reported(state);
      case FeedEvent.Heartbeat _ -> EncodedEvent.ALIVE;
    };
  }

  /** How many events were made, for tests and the curious. */
  long encodings() {
    return encodings.get();
  }

  /** Under a lock, so that of many who ask at once one makes it. */
  private EncodedEvent limits(Issued issued) {
    String site = issued.allocation().site();
    synchronized (kept) {
      Instant now = Instant.now();
      long states = boards.evses().version(site);
      long ceilings = boards.ceilings().version(site);
      Kept last = kept.get(site);
      if (last != null
          && last.source == issued
          && last.states == states
          && last.ceilings == ceilings
          && last.at.plus(FRESH).isAfter(now)) {
        return last.event;
      }
      EncodedEvent event =
          encoded("limits", LimitsView.of(issued, Surroundings.of(site, boards, now)));
      kept.put(site, new Kept(issued, states, ceilings, now, event));
      return event;
    }
  }

  private EncodedEvent reported(EvseState state) {
    String key = state.site() + "/" + state.evse();
    synchronized (kept) {
      Kept last = kept.get(key);
      if (last != null && last.source == state) {
        return last.event;
      }
      EncodedEvent event = encoded("evse", EvseStateView.of(state));
      kept.put(key, new Kept(state, 0, 0, Instant.EPOCH, event));
      return event;
    }
  }

  private EncodedEvent encoded(String name, Object view) {
    encodings.incrementAndGet();
    try {
      return EncodedEvent.of(name, json.writeValueAsString(view));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that is no JSON", e);
    }
  }
}
