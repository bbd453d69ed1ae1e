package dev.headroom.allocator.api;

import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Limits as they change, for dashboards. */
@Singleton
@Path("/api/v1/limits")
@Tag(name = "Limits")
public class LimitsResource {

  private final Boards boards;
  private final EventEncoder encoder;
  private final Callers callers;

  public LimitsResource(Boards boards, EventEncoder encoder, Callers callers) {
    this.callers = callers;
    this.boards = boards;
    this.encoder = encoder;
  }

  @GET
  @Requires(Action.READ)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @APIResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "503", description = "Starting or stopping: ask another, or later")
  @Operation(
      summary = "A stream of limits",
      description =
          """
          First an event `snapshot` that names the sites known now (schema Snapshot), then an event
          `limits` for each of them and for every change, always with the site's whole allocation
          (schema Limits); `evse` for all that a gateway says of an EVSE in between (schema
          EvseState); `removed` when a site is deleted (schema Removed). A slow reader gets the
          latest of each site and EVSE. Comments keep a silent stream alive.

          An event's id says how far the stream has got, for every instance alike:
          `partition:limits.states`, the offsets in headroom.limits and headroom.evse-states, several
          joined by commas, behind an `@` the mark of the topics. Take it as it is. An event without
          an id belongs to a burst whose last event has it. Whoever comes back with it, to any
          instance and for the same sites, gets `resumed` (schema Resumed: all sites there are) and
          then the latest of what is newer; a `snapshot` says with `notResumed` why not. The same
          events come as WebSocket messages from /api/v1/limits/ws; both are described by
          /api/v1/asyncapi.yaml.
          """)
  public Uni<Void> limits(
      @Parameter(description = "Only these sites; all if there is none.") @RestQuery
          List<String> site,
      @Parameter(description = "The id to go on from.") @RestHeader("Last-Event-ID")
          @Nullable String lastEventIdHeader,
      @Parameter(description = "The same, where no header can be set; the header wins.") @RestQuery
          @Nullable String lastEventId,
      @Context HttpServerResponse response) {
    if (!boards.ready() || boards.limitsStreams().closed()) {
      throw ProblemException.starting();
    }
    Caller caller = callers.current();
    Set<String> sites = VisibleSites.of(caller, Set.copyOf(site), boards);
    Optional<String> last =
        Optional.ofNullable(lastEventIdHeader)
            .or(() -> Optional.ofNullable(lastEventId))
            .filter(id -> !id.isBlank());
    return Uni.createFrom()
        .emitter(
            ended -> {
              SsePump pump = new SsePump(response, boards.limitsStreams(), encoder);
              Runnable stop = VisibleSites.endWith(caller, pump);
              response.closeHandler(
                  nothing -> {
                    stop.run();
                    pump.gone();
                    ended.complete(null);
                  });
              pump.open(sites, last);
            });
  }

  /** Readiness is down: who reads here is sent elsewhere while others are asked first. */
  void stopSoon(@Observes ShutdownDelayInitiatedEvent stopping) {
    boards.limitsStreams().close();
  }

  void stop(@Observes ShutdownEvent stopping) {
    boards.limitsStreams().close();
  }
}
