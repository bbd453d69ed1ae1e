package dev.headroom.gateway.event;

import dev.headroom.gateway.problem.Refused;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.station.StationId;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What a charger told of its security. */
@Path("/api/v1/stations/{id}/security-events")
public class SecurityEventResource {

  private final SecurityEvents events;
  private final SiteBook sites;
  private final Callers callers;

  SecurityEventResource(SecurityEvents events, SiteBook sites, Callers callers) {
    this.events = events;
    this.sites = sites;
    this.callers = callers;
  }

  @GET
  @Requires(Action.READ)
  @Operation(summary = "The latest security events a charging station told of, at most 100")
  public CompletionStage<List<SecurityEvents.Heard>> all(@RestPath String id) {
    String station =
        StationId.of(id).orElseThrow(() -> Refused.badRequest("that is no station id"));
    callers.current().require(Action.READ, sites.sitesOf(station));
    return events.of(station);
  }
}
