package dev.headroom.gateway.charging;

import dev.headroom.gateway.problem.Refused;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** Charging sessions, the newest first: a page, all of them as CSV, or summed up by tenant. */
@Path("/api/v1")
public class ChargingSessionResource {

  private static final int MOST = 1000;
  private static final int USUAL = 100;
  private static final String CSV = "text/csv";
  private static final String TO = "began before this time; half-open, so that months add up";

  private final ChargingSessions sessions;
  private final Callers callers;

  ChargingSessionResource(ChargingSessions sessions, Callers callers) {
    this.sessions = sessions;
    this.callers = callers;
  }

  @GET
  @Path("/sessions")
  @Requires(Action.READ)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A page of charging sessions, the newest first",
      description = "The header Link names the next page (rel=\"next\") while there is one.")
  @Parameter(name = "site", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "tenant", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "evse", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "station", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "began at or after this time",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = TO,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "of a page, 1 to 1000",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100"))
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "from the Link of the page before",
      schema = @Schema(type = SchemaType.STRING))
  public Uni<RestResponse<List<ChargingSessionView>>> page(@Context UriInfo uri) {
    SessionFilter filter = filter(uri, Set.of("limit", "cursor"));
    int limit = limit(parameter(uri, "limit"));
    SessionFilter from =
        parameter(uri, "cursor").map(text -> filter.after(Cursor.parse(text))).orElse(filter);
    return sessions.page(from, limit + 1).map(found -> page(found, limit, uri));
  }

  @GET
  @Path("/sessions")
  @Requires(Action.READ)
  @Produces(CSV + ";qs=0.5")
  @Operation(hidden = true)
  public Multi<String> csv(@Context UriInfo uri) {
    return lines(uri);
  }

  @GET
  @Path("/sessions.csv")
  @Requires(Action.READ)
  @Produces(CSV)
  @Operation(
      summary = "All charging sessions asked for, the newest first, as CSV (RFC 4180)",
      description =
          "Streamed. The units are in the columns' names. An apostrophe stands before a text that"
              + " a spreadsheet would take for a formula.")
  @Parameter(name = "site", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "tenant", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "evse", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(name = "station", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = TO,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public Multi<String> csvFile(@Context UriInfo uri) {
    return lines(uri);
  }

  @GET
  @Path("/sessions/summary")
  @Requires(Action.READ)
  @Operation(summary = "Sessions and energy of each tenant")
  @Parameter(name = "site", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = TO,
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  public Uni<List<TenantSummary>> summary(@Context UriInfo uri) {
    return sessions.summary(filter(uri, Set.of()));
  }

  /** Those asked for, of the sites the caller may see. */
  private SessionFilter filter(UriInfo uri, Set<String> besides) {
    SessionFilter filter = SessionFilter.of(uri.getQueryParameters(), besides);
    Caller caller = callers.current();
    filter.site().ifPresent(site -> caller.require(Action.READ, List.of(site)));
    return filter.within(caller.grants().sites(EnumSet.of(Action.READ)));
  }

  private Multi<String> lines(UriInfo uri) {
    SessionFilter filter = filter(uri, Set.of());
    Multi<String> pages = sessions.pages(filter).map(SessionsCsv::lines);
    // The header goes with the first page: a database that is away is still a clean 503.
    return Multi.createBy()
        .combining()
        .streams(pages, Multi.createFrom().range(0, Integer.MAX_VALUE))
        .using((page, number) -> number == 0 ? SessionsCsv.header() + page : page);
  }

  private static RestResponse<List<ChargingSessionView>> page(
      List<ChargingRecord> found, int limit, UriInfo uri) {
    List<ChargingRecord> shown = found.subList(0, Math.min(limit, found.size()));
    RestResponse.ResponseBuilder<List<ChargingSessionView>> answer =
        RestResponse.ResponseBuilder.ok(shown.stream().map(ChargingSessionView::of).toList());
    if (found.size() > limit) {
      answer.link(
          uri.getRequestUriBuilder()
              .replaceQueryParam("cursor", Cursor.of(shown.getLast()).text())
              .build(),
          "next");
    }
    return answer.build();
  }

  private static Optional<String> parameter(UriInfo uri, String name) {
    return Optional.ofNullable(uri.getQueryParameters().getFirst(name));
  }

  private static int limit(Optional<String> text) {
    try {
      int limit = text.map(Integer::parseInt).orElse(USUAL);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException noNumber) {
      // refused below
    }
    throw Refused.badRequest("'limit' lies from 1 to " + MOST + ", not " + text.orElse(""));
  }
}
