package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.Owner;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Sites, their limits and who owns them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
@APIResponse(responseCode = "503", description = "Starting: the tables are still being read")
public class SitesResource {

  private final Boards boards;
  private final Callers callers;

  public SitesResource(Boards boards, Callers callers) {
    this.boards = boards;
    this.callers = callers;
  }

  @GET
  @Path("sites")
  @Requires(Action.READ)
  @Operation(summary = "All sites one may see, accepted or refused")
  public List<SiteSummary> sites() {
    Caller caller = callers.current();
    return sitesView().all().stream()
        .filter(summary -> caller.may(Action.READ, summary.site()))
        .toList();
  }

  @GET
  @Path("sites/{site}")
  @Requires(value = Action.READ, site = "site")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "A site's definition, version and last rejection")
  @APIResponse(
      responseCode = "200",
      description = "The version is the ETag as well",
      content = @Content(schema = @Schema(implementation = SiteView.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public RestResponse<SiteView> site(@RestPath String site) {
    SiteView view = sitesView().site(site).orElseThrow(() -> ProblemException.unknownSite(site));
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTag.of(view.version()))
        .build();
  }

  @GET
  @Path("sites/{site}")
  @Requires(value = Action.READ, site = "site")
  @Produces({"application/yaml", "text/yaml"})
  @Operation(summary = "A site's definition as a site file")
  @APIResponse(
      responseCode = "200",
      description = "What PUT takes; the version is the ETag",
      content = @Content(schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", description = "No such site, or none accepted yet")
  public RestResponse<String> siteFile(@RestPath String site) {
    requireReady();
    SiteRecord record = boards.site(site).orElseThrow(() -> ProblemException.unknownSite(site));
    SiteDocument accepted = record.accepted().orElseThrow(() -> ProblemException.notAccepted(site));
    return RestResponse.ResponseBuilder.ok(SiteYamlWriter.write(accepted.definition()))
        .header("ETag", EntityTag.of(record.version()))
        .build();
  }

  @GET
  @Path("schema/site.json")
  @Requires({Action.READ, Action.PROGRAMME})
  @Produces("application/schema+json")
  @Operation(summary = "The JSON Schema of site files")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Object.class)))
  public byte[] schema() {
    return SiteSchema.bytes();
  }

  @GET
  @Path("sites/{site}/limits")
  @Requires(value = Action.READ, site = "site")
  @Operation(summary = "What each EVSE of a site may draw now, why, and the headroom left")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "No such site, or nothing issued for it")
  public CurrentLimitsView limits(@RestPath String site) {
    if (sitesView().site(site).isEmpty()) {
      throw ProblemException.unknownSite(site);
    }
    Issued issued = boards.limits().of(site).orElseThrow(() -> ProblemException.noLimits(site));
    Optional<Owner> owner = Optional.ofNullable(boards.limits().owners().get(issued.partition()));
    return CurrentLimitsView.of(issued, owner, Surroundings.of(site, boards, Instant.now()));
  }

  @GET
  @Path("owners")
  @Requires(Action.READ)
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
