package dev.headroom.allocator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.allocator.config.AllocatorConfig;
import dev.headroom.allocator.limits.FeedEvent;
import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.LimitsChange;
import dev.headroom.allocator.limits.LimitsFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Limits as they change, for dashboards. */
@Singleton
@Path("/api/v1/limits")
@Tag(name = "Limits")
public class LimitsResource {

  private final Boards boards;
  private final AllocatorConfig config;
  private final ObjectMapper json;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("limits-heartbeat").daemon().factory());

  public LimitsResource(Boards boards, AllocatorConfig config, ObjectMapper json) {
    this.boards = boards;
    this.config = config;
    this.json = json;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.TEXT_PLAIN)
  @APIResponse(responseCode = "200", description = "The stream")
  @APIResponse(responseCode = "503", description = "Starting: the tables are still being read")
  @Operation(
      summary = "A stream of limits",
      description =
          """
          First an event `snapshot` that names the sites known now, then an event `limits` for each
          of them and for every change, always with the site's whole allocation (schema Limits);
          `evse` for all that a gateway says of an EVSE in between (schema EvseState);
          `removed` when a site is deleted. The id is `partition:offset` in headroom.limits. A slow
          reader gets the latest of each site and EVSE. Comments keep a silent stream alive.
          """)
  public Multi<OutboundSseEvent> limits(@RestQuery List<String> site, @Context Sse sse) {
    if (!boards.ready()) {
      throw ProblemException.starting();
    }
    var feed =
        new LimitsFeed(
            boards.limits(), boards.evses(), Set.copyOf(site), config.heartbeat(), timer);
    return Multi.createFrom().publisher(feed).map(event -> event(event, sse));
  }

  private OutboundSseEvent event(FeedEvent event, Sse sse) {
    return switch (event) {
      case FeedEvent.Snapshot snapshot ->
          sse.newEventBuilder()
              .name("snapshot")
              .data(String.class, write(Map.of("sites", snapshot.sites())))
              .build();
      case FeedEvent.Changed changed -> changed(changed.change(), sse);
      case FeedEvent.Reported reported ->
          sse.newEventBuilder()
              .name("evse")
              .data(String.class, write(EvseStateView.of(reported.state())))
              .build();
      case FeedEvent.Heartbeat heartbeat -> sse.newEventBuilder().comment("alive").build();
    };
  }

  private OutboundSseEvent changed(LimitsChange change, Sse sse) {
    var builder = sse.newEventBuilder().id(change.id());
    return change
        .issued()
        .map(issued -> builder.name("limits").data(String.class, write(view(issued))))
        .orElseGet(
            () -> builder.name("removed").data(String.class, write(Map.of("site", change.site()))))
        .build();
  }

  private LimitsView view(Issued issued) {
    String site = issued.allocation().site();
    return LimitsView.of(issued, Surroundings.of(site, boards, Instant.now()));
  }

  private String write(Object view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that is no JSON", e);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    timer.shutdownNow();
  }
}
