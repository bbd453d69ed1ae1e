package dev.headroom.gateway.station;

import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.credential.Passwords;
import dev.headroom.gateway.credential.SecurityProfile;
import dev.headroom.gateway.credential.VerifiedCredentials;
import dev.headroom.gateway.model.KnownModels;
import dev.headroom.gateway.outbox.AuditSending;
import dev.headroom.gateway.problem.Refused;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Who may connect, and who did. */
@Path("/api/v1/stations")
public class StationResource {

  private final Stations stations;
  private final Passwords passwords;
  private final VerifiedCredentials verified;
  private final KnownModels models;
  private final ConnectedStations connected;
  private final SiteBook sites;
  private final Callers callers;
  private final StationAudit audit;
  private final AuditSending sending;

  StationResource(
      Stations stations,
      Passwords passwords,
      VerifiedCredentials verified,
      KnownModels models,
      ConnectedStations connected,
      SiteBook sites,
      Callers callers,
      StationAudit audit,
      AuditSending sending) {
    this.models = models;
    this.sites = sites;
    this.callers = callers;
    this.audit = audit;
    this.sending = sending;
    this.stations = stations;
    this.passwords = passwords;
    this.verified = verified;
    this.connected = connected;
  }

  /**
   * What a station is provisioned with.
   *
   * @param defaultOcppVersion {@code 1.6} or {@code 2.0.1}: for a station that opens its socket
   *     without naming a subprotocol, which is refused otherwise
   * @param securityProfile the least OCPP security profile it may use, 1 to 3; with 3 it shows a
   *     certificate and needs no password
   */
  public record Provisioning(
      Optional<String> password,
      Optional<String> defaultOcppVersion,
      Optional<Integer> securityProfile) {}

  @PUT
  @Path("/{id}")
  @Requires(Action.COMMISSION)
  @Operation(summary = "Makes a charging station known, or gives it another password")
  public CompletionStage<Response> provision(@RestPath String id, Provisioning provisioning) {
    String station = legal(id);
    StationAudit.Asked asked = commission(station);
    Optional<Integer> profile = legalProfile(provisioning);
    Optional<String> password = legalPassword(provisioning, profile);
    Optional<OcppVersion> version =
        provisioning.defaultOcppVersion().map(StationResource::legalVersion);
    return hash(password)
        .thenCompose(hash -> provision(asked, hash, version, profile, now()))
        .thenApply(
            isNew -> {
              sending.ask();
              verified.forget(station);
              return Response.status(isNew ? Response.Status.CREATED : Response.Status.NO_CONTENT)
                  .build();
            });
  }

  private CompletionStage<Optional<String>> hash(Optional<String> password) {
    return password
        .map(text -> passwords.hash(text).thenApply(Optional::of))
        .orElse(CompletableFuture.completedStage(Optional.empty()));
  }

  private CompletionStage<Boolean> provision(
      StationAudit.Asked asked,
      Optional<String> hash,
      Optional<OcppVersion> version,
      Optional<Integer> profile,
      Instant now) {
    return stations.provision(
        asked.station(),
        hash,
        version,
        profile,
        now,
        before -> audit.provisioned(asked, before, version, profile, now));
  }

  /** A station that no site names yet is commissioned by those who may for all sites. */
  private StationAudit.Asked commission(String station) {
    Set<String> named = sites.sitesOf(station);
    callers.current().require(Action.COMMISSION, named);
    return new StationAudit.Asked(
        callers.inquiry(), Span.current().getSpanContext(), station, named);
  }

  private boolean maySee(Caller caller, String station) {
    Set<String> named = sites.sitesOf(station);
    return named.isEmpty()
        ? caller.grants().allowsEverywhere(EnumSet.of(Action.READ))
        : named.stream().allMatch(site -> caller.may(Action.READ, site));
  }

  @GET
  @Requires(Action.READ)
  @Operation(summary = "All charging stations one may see, and whether they are connected here")
  public CompletionStage<List<StationView>> all() {
    Caller caller = callers.current();
    return stations
        .all()
        .thenApply(
            all ->
                all.stream()
                    .filter(station -> maySee(caller, station.id))
                    .map(station -> StationView.of(station, connected.spoken(station.id)))
                    .toList());
  }

  @GET
  @Path("/{id}")
  @Requires(Action.READ)
  @Operation(summary = "A charging station, and how its EVSEs stand if it is connected here")
  public CompletionStage<StationDetail> one(@RestPath String id) {
    String station = legal(id);
    callers.current().require(Action.READ, sites.sitesOf(station));
    return stations
        .one(station)
        .thenCombine(
            connected.report(station),
            (known, evses) ->
                known
                    .map(
                        it ->
                            StationDetail.of(
                                StationView.of(it, connected.spoken(station)),
                                it.identity().map(models::of),
                                evses))
                    .orElseThrow(() -> unknown(station)));
  }

  @DELETE
  @Path("/{id}")
  @Requires(Action.COMMISSION)
  @Operation(summary = "Forgets a charging station and closes its socket")
  public CompletionStage<Response> forget(@RestPath String id) {
    String station = legal(id);
    StationAudit.Asked asked = commission(station);
    return stations
        .forget(station, before -> audit.forgotten(asked, before))
        .thenApply(
            known -> {
              if (!known) {
                throw unknown(station);
              }
              sending.ask();
              verified.forget(station);
              connected.dismiss(station);
              return Response.noContent().build();
            });
  }

  private static Refused unknown(String station) {
    return Refused.notFound("no charging station '" + station + "' is known");
  }

  /** As exactly as the database keeps it, so that what was is what had become. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static String legal(String id) {
    return StationId.of(id)
        .orElseThrow(
            () ->
                Refused.badRequest(
                    "a station id has 1 to 48 letters, digits or any of * + = : | @ . _ -"));
  }

  private static OcppVersion legalVersion(String number) {
    return OcppVersion.numbered(number)
        .orElseThrow(
            () -> Refused.badRequest("defaultOcppVersion is 1.6 or 2.0.1, not '" + number + "'"));
  }

  private static Optional<Integer> legalProfile(Provisioning provisioning) {
    Optional<Integer> profile =
        Optional.ofNullable(provisioning).flatMap(Provisioning::securityProfile);
    if (profile.isPresent() && SecurityProfile.numbered(profile.get()).isEmpty()) {
      throw Refused.badRequest("securityProfile is 1, 2 or 3");
    }
    return profile;
  }

  /** Only a station that has to show a certificate can do without. */
  private static Optional<String> legalPassword(
      Provisioning provisioning, Optional<Integer> profile) {
    Optional<String> password = Optional.ofNullable(provisioning).flatMap(Provisioning::password);
    boolean shows = profile.filter(it -> it == SecurityProfile.MUTUAL_TLS.number()).isPresent();
    if (password.isEmpty() && !shows) {
      throw Refused.badRequest("send {\"password\": \"...\"} for the station");
    }
    password.ifPresent(StationResource::requireLegal);
    return password;
  }

  private static void requireLegal(String password) {
    boolean printable = password.chars().allMatch(c -> c > ' ' && c < 127);
    if (!printable
        || password.length() < Passwords.SHORTEST
        || password.length() > Passwords.LONGEST) {
      throw Refused.badRequest(
          "a password has 16 to 40 printable ASCII characters without spaces (OCPP security"
              + " profile 1); use a random one for each station");
    }
  }
}
