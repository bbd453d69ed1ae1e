package dev.headroom.allocator.api;

import dev.headroom.allocator.history.Samples;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a site has measured and been given lately, for charts. */
@Path("/api/v1/sites/{site}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits")
public class HistoryResource {

  private final Boards boards;

  public HistoryResource(Boards boards) {
    this.boards = boards;
  }

  @GET
  @Requires(value = Action.READ, site = "site")
  @Operation(
      summary = "A site's last 15 minutes",
      description =
          """
          Every `step` seconds what held then: per circuit and phase the meter's reading, the base
          load and the effective limit, per EVSE its limit and what its charger measures; amperes.
          Each instance keeps its own from its start on, in memory.
          """)
  @APIResponse(responseCode = "200", description = "Columns of amperes beside a column of times")
  @APIResponse(responseCode = "400", description = "Not a span, or more than 901 entries")
  @APIResponse(responseCode = "404", description = "No such site, or nothing issued for it")
  @APIResponse(responseCode = "503", description = "Starting: the tables are still being read")
  public HistoryView history(
      @RestPath String site,
      @Parameter(description = "The first moment (ISO 8601, UTC); as early as is known.") @RestQuery
          @Nullable String from,
      @Parameter(description = "The last moment; now.") @RestQuery @Nullable String to,
      @Parameter(description = "Seconds between two entries, 1 to 999; 5.") @RestQuery
          @Nullable String step) {
    if (!boards.ready()) {
      throw ProblemException.starting();
    }
    if (boards.site(site).isEmpty()) {
      throw ProblemException.unknownSite(site);
    }
    Instant since =
        boards.histories().since(site).orElseThrow(() -> ProblemException.noHistory(site));
    HistoryQuery query = HistoryQuery.of(from, to, step, since, Instant.now());
    Instant[] moments = query.moments();
    Samples samples =
        boards.histories().of(site, moments).orElseThrow(() -> ProblemException.noHistory(site));
    return HistoryView.of(site, moments, query.stepSeconds(), samples);
  }
}
