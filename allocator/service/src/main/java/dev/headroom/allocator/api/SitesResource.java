package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.Owner;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Sites, their limits and who owns them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
public class SitesResource {

  private final Boards boards;

  public SitesResource(Boards boards) {
    this.boards = boards;
  }

  @GET
  @Path("sites")
  @Operation(summary = "All sites, accepted or refused")
  public List<SiteSummary> sites() {
    return sitesView().all();
  }

  @GET
  @Path("sites/{site}")
  @Operation(summary = "A site's definition, version and last rejection")
  @APIResponse(responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description = "No such site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public SiteView site(@RestPath String site) {
    return sitesView().site(site).orElseThrow(() -> ProblemException.unknownSite(site));
  }

  @GET
  @Path("sites/{site}/limits")
  @Operation(summary = "What each EVSE of a site may draw now, why, and the headroom left")
  @APIResponse(responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description = "No such site, or nothing issued for it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public CurrentLimitsView limits(@RestPath String site) {
    if (sitesView().site(site).isEmpty()) {
      throw ProblemException.unknownSite(site);
    }
    Issued issued = boards.limits().of(site).orElseThrow(() -> ProblemException.noLimits(site));
    Optional<Owner> owner = Optional.ofNullable(boards.limits().owners().get(issued.partition()));
    return CurrentLimitsView.of(issued, owner, Instant.now());
  }

  @GET
  @Path("owners")
  @Operation(summary = "Which instance owns each partition, in which epoch, until when")
  public List<OwnerView> owners() {
    requireReady();
    Instant now = Instant.now();
    return boards.limits().owners().values().stream()
        .map(owner -> OwnerView.of(owner, now))
        .toList();
  }

  private SitesView sitesView() {
    requireReady();
    return SitesView.of(boards.sites(), boards.refusedFiles());
  }

  private void requireReady() {
    if (!boards.ready()) {
      throw ProblemException.starting();
    }
  }
}
