package dev.headroom.dr.api;

import dev.headroom.dr.DrConfig;
import dev.headroom.dr.DrService;
import dev.headroom.dr.api.Problem.Kind;
import dev.headroom.dr.event.DrEvent;
import dev.headroom.dr.event.EventRequest;
import dev.headroom.dr.event.EventRequestReader;
import dev.headroom.dr.event.EventState;
import dev.headroom.dr.event.Fault;
import dev.headroom.dr.store.EventStore;
import dev.headroom.dr.store.Stored;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Inquiry;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Events announced by hand or by another program. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

  /** Whoever may announce an event may see those of the same sites. */
  private static final Set<Action> SEEING =
      EnumSet.of(Action.READ, Action.OPERATE, Action.PROGRAMME);

  private static final Set<Action> CHANGING = EnumSet.of(Action.OPERATE, Action.PROGRAMME);

  private final EventStore store;
  private final DrService service;
  private final EventMetrics metrics;
  private final DrConfig.Adapter config;
  private final InstantSource clock;
  private final Callers callers;
  private final EventAudit audit;

  EventsResource(
      EventStore store,
      DrService service,
      EventMetrics metrics,
      DrConfig.Adapter config,
      InstantSource clock,
      Callers callers,
      EventAudit audit) {
    this.callers = callers;
    this.audit = audit;
    this.store = store;
    this.service = service;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
  }

  @POST
  @Requires({Action.OPERATE, Action.PROGRAMME})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Announce an event; stored when this answers, published moments later")
  @APIResponse(responseCode = "201", description = "stored")
  @APIResponse(responseCode = "200", description = "was stored before, under the same id")
  @APIResponse(responseCode = "400", description = "not understood; says which fields and why")
  @APIResponse(responseCode = "409", description = "the id is another event's")
  @APIResponse(responseCode = "422", description = "names sites that do not exist")
  public Uni<Response> announce(
      @RequestBody(content = @Content(schema = @Schema(implementation = EventBody.class)))
          byte[] body) {
    return switch (EventRequestReader.read(body, clock.instant())) {
      case EventRequest.Refused(List<Fault> faults) ->
          refused(Kind.NOT_UNDERSTOOD, "The event was not understood.", faults);
      case EventRequest.Read(DrEvent event, boolean startsNow) -> announce(event, startsNow);
    };
  }

  private Uni<Response> announce(DrEvent event, boolean startsNow) {
    Inquiry inquiry = callers.inquiry();
    inquiry.caller().require(CHANGING, event.sites());
    List<Fault> unknown =
        service.sites().unknownOf(event.sites()).stream()
            .map(site -> new Fault("sites", "there is no site '" + site + "'"))
            .toList();
    if (!unknown.isEmpty()) {
      return refused(Kind.NOT_POSSIBLE, "The event is for no site.", unknown);
    }
    return store
        .store(event, audit.announced(inquiry, span(), event, clock.instant()))
        .flatMap(
            stored ->
                switch (stored) {
                  case Stored.Created(DrEvent created) -> created(created);
                  case Stored.Known(DrEvent known) -> repeated(event, known, startsNow);
                });
  }

  private Uni<Response> created(DrEvent event) {
    metrics.count(EventMetrics.Outcome.CREATED);
    changed();
    return answer(Response.created(URI.create("/api/v1/events/" + event.id())).entity(view(event)));
  }

  /** A request that left the start to us can't be held to it when it comes again. */
  private Uni<Response> repeated(DrEvent asked, DrEvent known, boolean startsNow) {
    DrEvent same = startsNow ? asked.startingAt(known.interval().start()) : asked;
    if (!same.asksTheSameAs(known)) {
      return refused(
          Kind.CONFLICT,
          "There is another event of this id.",
          List.of(new Fault("id", "'" + known.id() + "' is taken")));
    }
    metrics.count(EventMetrics.Outcome.REPEATED);
    return answer(Response.ok(view(known)));
  }

  @GET
  @Requires({Action.READ, Action.OPERATE, Action.PROGRAMME})
  @Operation(summary = "The latest events first; ?state= and ?site= narrow them down")
  public Uni<Response> list(@QueryParam("state") String state, @QueryParam("site") String site) {
    Optional<EventState> wanted = Optional.ofNullable(state).flatMap(EventState::of);
    if (state != null && wanted.isEmpty()) {
      return refused(
          Kind.NOT_UNDERSTOOD,
          "The list was not understood.",
          List.of(new Fault("state", "is scheduled, active, ended or cancelled")));
    }
    Instant now = clock.instant();
    Caller caller = callers.current();
    if (site != null) {
      caller.require(SEEING, List.of(site));
    }
    return store
        .latest(Optional.ofNullable(site), caller.grants().sites(SEEING), config.listLimit())
        .map(
            events ->
                events.stream()
                    .filter(it -> wanted.map(it.stateAt(now)::equals).orElse(true))
                    .map(it -> seen(it, caller))
                    .toList())
        .map(views -> Response.ok(views).build());
  }

  @GET
  @Path("{id}")
  @Requires({Action.READ, Action.OPERATE, Action.PROGRAMME})
  @Operation(summary = "One event")
  public Uni<Response> one(@PathParam("id") String id) {
    Caller caller = callers.current();
    return store
        .find(id)
        .map(
            found ->
                found.map(it -> Response.ok(seen(it, caller)).build()).orElseGet(() -> none(id)));
  }

  @DELETE
  @Path("{id}")
  @Requires({Action.OPERATE, Action.PROGRAMME})
  @Operation(summary = "Call an event off: it ends now, or never begins")
  @APIResponse(responseCode = "200", description = "cancelled, now or before")
  @APIResponse(responseCode = "409", description = "is over already")
  public Uni<Response> cancel(@PathParam("id") String id) {
    Inquiry inquiry = callers.inquiry();
    SpanContext span = span();
    return store
        .find(id)
        .chain(
            found ->
                found
                    .map(event -> cancel(event, inquiry, span))
                    .orElseGet(() -> Uni.createFrom().item(none(id))));
  }

  private Uni<Response> cancel(DrEvent event, Inquiry inquiry, SpanContext span) {
    inquiry.caller().require(CHANGING, event.sites());
    Instant now = clock.instant();
    return store
        .cancel(event.id(), now, audit.cancelled(inquiry, span, event, now))
        .map(found -> cancelled(event.id(), found));
  }

  private Response cancelled(String id, Optional<DrEvent> found) {
    if (found.isEmpty()) {
      return none(id);
    }
    if (found.get().cancelledAt().isEmpty()) {
      return Problem.of(Kind.CONFLICT, "The event is over already.").response();
    }
    metrics.count(EventMetrics.Outcome.CANCELLED);
    changed();
    return Response.ok(view(found.get())).build();
  }

  private void changed() {
    service.reconciler().ask();
    service.outbox().ask();
  }

  /** Of the sites the caller may see, which must be some. */
  private EventView seen(DrEvent event, Caller caller) {
    List<String> visible = event.sites().stream().filter(it -> caller.may(SEEING, it)).toList();
    caller.require(SEEING, visible.isEmpty() ? event.sites() : visible);
    return view(event).of(visible);
  }

  private static SpanContext span() {
    return Span.current().getSpanContext();
  }

  private EventView view(DrEvent event) {
    Instant now = clock.instant();
    return EventView.of(event, now, service.reconciler().isPublished(event, now));
  }

  private static Response none(String id) {
    return Problem.of(Kind.NOT_THERE, "There is no event '" + id + "'.").response();
  }

  private Uni<Response> refused(Kind kind, String detail, List<Fault> faults) {
    metrics.count(EventMetrics.Outcome.REFUSED);
    return Uni.createFrom().item(Problem.of(kind, detail, faults).response());
  }

  private static Uni<Response> answer(Response.ResponseBuilder response) {
    return Uni.createFrom().item(response.build());
  }
}
