package dev.headroom.allocator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.allocator.proposal.Answer;
import dev.headroom.allocator.proposal.SiteChanges;
import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.contract.site.Rejection;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Changes of sites: proposed here, decided by the site's owner, wherever that is. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
@APIResponse(responseCode = "400", description = "Unreadable body or precondition")
@APIResponse(
    responseCode = "409",
    description = "Made from another version than the current one, or the site is kept in a file")
@APIResponse(responseCode = "428", description = "Does not say which version it was made from")
@APIResponse(
    responseCode = "503",
    description = "The site's owner did not answer in time; the proposal may still be applied")
public class SiteChangesResource {

  private static final String PROPOSED_BY = "rest";

  private final Boards boards;
  private final Callers callers;
  private final SiteAudit audit;

  SiteChangesResource(Boards boards, Callers callers, SiteAudit audit) {
    this.boards = boards;
    this.callers = callers;
    this.audit = audit;
  }

  @PUT
  @Path("sites/{site}")
  @Requires(value = Action.COMMISSION, site = "site")
  @Consumes({
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    "text/x-yaml",
    MediaType.APPLICATION_JSON
  })
  @Operation(
      summary = "Defines a site",
      description =
          """
          The body is a site file. A new site needs no precondition; for one that exists, say which
          version the change was made from. What is accepted already is answered with its version.
          """)
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Object.class)))
  @APIResponse(
      responseCode = "200",
      description = "Accepted, with the version as ETag",
      content = @Content(schema = @Schema(implementation = AcceptedView.class)))
  @APIResponse(responseCode = "413", description = "Larger than 512 KiB")
  @APIResponse(responseCode = "415", description = "Neither YAML nor JSON")
  @APIResponse(
      responseCode = "422",
      description = "Refused; each finding with path, line and remedy")
  public RestResponse<AcceptedView> put(
      @RestPath String site,
      @Parameter(description = "The ETag the change was made from, or *.") @RestHeader("If-Match")
          @Nullable String ifMatch,
      @Parameter(description = "Only *: the site must be new.") @RestHeader("If-None-Match")
          @Nullable String ifNoneMatch,
      @Parameter(description = "The same as If-Match, 0 as If-None-Match: *.") @RestQuery
          @Nullable Long baseVersion,
      @Parameter(description = "Even if the site is kept in a file, until that changes.")
          @RestQuery
          @DefaultValue("false")
          boolean takeOver,
      byte[] body) {
    requireReady();
    Precondition expected = Precondition.of(ifMatch, ifNoneMatch, baseVersion);
    SiteFile.Read read = SiteBody.read(site, body);
    SiteDocument document = read.document();
    requireNobodyElsesStations(document.site());
    Optional<SiteRecord> same = known(site).filter(record -> runs(record, document));
    OptionalLong base =
        same.isPresent()
            ? OptionalLong.of(same.get().version())
            : OptionalLong.of(expected.base(site, version(site)));
    Answer answer =
        change(site, base, Optional.of(document.definition()), document.contentHash(), takeOver);
    return switch (answer) {
      case Answer.Accepted(SiteRecord record) -> accepted(record, read);
      case Answer.Deleted _ -> throw new IllegalStateException("no deletion was proposed");
      case Answer.Refused refused -> throw problem(refused);
    };
  }

  private static RestResponse<AcceptedView> accepted(SiteRecord record, SiteFile.Read read) {
    var view =
        new AcceptedView(
            record.site(),
            record.version(),
            read.document().contentHash(),
            FindingView.of(read.warnings()));
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", EntityTag.of(record.version()))
        .build();
  }

  @DELETE
  @Path("sites/{site}")
  @Requires(value = Action.COMMISSION, site = "site")
  @Operation(
      summary = "Deletes a site",
      description = "Its chargers take their fallback current, everywhere.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "No such site")
  public RestResponse<Void> delete(
      @RestPath String site,
      @Parameter(description = "The ETag of what is to be deleted, or *.") @RestHeader("If-Match")
          @Nullable String ifMatch,
      @Parameter(description = "The same as If-Match.") @RestQuery @Nullable Long baseVersion,
      @Parameter(description = "Even if the site is kept in a file, until that changes.")
          @RestQuery
          @DefaultValue("false")
          boolean takeOver) {
    requireReady();
    Precondition expected = Precondition.of(ifMatch, null, baseVersion);
    if (known(site).isEmpty()) {
      throw ProblemException.unknownSite(site);
    }
    OptionalLong base = OptionalLong.of(expected.base(site, version(site)));
    return switch (change(site, base, Optional.empty(), "", takeOver)) {
      case Answer.Deleted _ -> RestResponse.noContent();
      case Answer.Accepted _ -> throw new IllegalStateException("no definition was proposed");
      case Answer.Refused refused -> throw problem(refused);
    };
  }

  /** A station that two sites name belongs to neither: who may not change a site must not try. */
  private void requireNobodyElsesStations(Site site) {
    Set<String> stations = stations(site);
    List<String> others =
        boards.sites().values().stream()
            .filter(record -> !record.site().equals(site.name()))
            .filter(
                record ->
                    record
                        .accepted()
                        .map(SiteDocument::site)
                        .map(SiteChangesResource::stations)
                        .orElse(Set.of())
                        .stream()
                        .anyMatch(stations::contains))
            .map(SiteRecord::site)
            .toList();
    if (!others.isEmpty()) {
      callers.current().require(Action.COMMISSION, others);
    }
  }

  private static Set<String> stations(Site site) {
    return site.evses().stream()
        .map(Evse::address)
        .map(address -> address.stationId())
        .collect(Collectors.toSet());
  }

  /** Proposes it between two lines of the audit; what is so already is no change. */
  private Answer change(
      String site,
      OptionalLong base,
      Optional<JsonNode> definition,
      String contentHash,
      boolean takeOver) {
    Optional<SiteDocument> before = known(site).flatMap(SiteRecord::accepted);
    if (definition.isPresent()
        && before.filter(it -> it.contentHash().equals(contentHash)).isPresent()) {
      return propose(site, base, definition, contentHash, takeOver);
    }
    AuditRecord requested =
        audit.requested(
            new Change(
                definition.isPresent() ? "site.define" : "site.delete",
                site,
                List.of(site),
                before.map(SiteDocument::definition),
                definition));
    Answer answer;
    try {
      answer = propose(site, base, definition, contentHash, takeOver);
    } catch (ProblemException unanswered) {
      audit.became(requested, Outcome.UNKNOWN);
      throw unanswered;
    }
    audit.became(requested, answer instanceof Answer.Refused ? Outcome.REFUSED : Outcome.DONE);
    return answer;
  }

  private Answer propose(
      String site,
      OptionalLong base,
      Optional<JsonNode> definition,
      String contentHash,
      boolean takeOver) {
    SiteProposal proposal =
        new SiteProposal(
            UUID.randomUUID().toString(),
            site,
            base,
            definition,
            contentHash,
            proposedBy(callers.current()),
            takeOver,
            Instant.now());
    try {
      return boards.changes().propose(proposal, this::known);
    } catch (SiteChanges.Unanswered e) {
      throw ProblemException.unanswered(String.valueOf(e.getMessage()));
    }
  }

  private static String proposedBy(Caller caller) {
    return caller.issuer().isPresent() ? PROPOSED_BY + ":" + caller.subject() : PROPOSED_BY;
  }

  private static ProblemException problem(Answer.Refused refused) {
    Rejection rejection = refused.rejection();
    return rejection.conflict()
        ? ProblemException.conflict(rejection.findings(), refused.currentVersion())
        : ProblemException.refused(rejection.findings());
  }

  private Optional<SiteRecord> known(String site) {
    return boards.site(site);
  }

  private long version(String site) {
    return known(site).map(SiteRecord::version).orElse(0L);
  }

  private static boolean runs(SiteRecord record, SiteDocument document) {
    return record.accepted().filter(document::equals).isPresent();
  }

  private void requireReady() {
    if (!boards.ready()) {
      throw ProblemException.starting();
    }
  }
}
