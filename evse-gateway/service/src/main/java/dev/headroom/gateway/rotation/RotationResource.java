package dev.headroom.gateway.rotation;

import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.gateway.outbox.AuditSending;
import dev.headroom.gateway.problem.Refused;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.station.StationId;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Inquiry;
import dev.headroom.web.access.Requires;
import dev.headroom.web.audit.Audits;
import dev.headroom.web.outbox.AuditRow;
import dev.headroom.web.policy.Action;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Another password for a charger, without anybody who knows it. */
@Path("/api/v1/stations/{id}/password-rotation")
public class RotationResource {

  private final Rotations rotations;
  private final SiteBook sites;
  private final Callers callers;
  private final Audits audits;
  private final AuditSending sending;

  RotationResource(
      Rotations rotations, SiteBook sites, Callers callers, Audits audits, AuditSending sending) {
    this.rotations = rotations;
    this.sites = sites;
    this.callers = callers;
    this.audits = audits;
    this.sending = sending;
  }

  @POST
  @Requires(Action.COMMISSION)
  @Operation(
      summary = "Gives a connected charging station another, random password over OCPP",
      description =
          "The old password is right as well until the station came back with the new one, for a"
              + " day at most once it has accepted it. Nobody is told the password.")
  public CompletionStage<Response> begin(@RestPath String id) {
    String station =
        StationId.of(id).orElseThrow(() -> Refused.badRequest("that is no station id"));
    Set<String> named = sites.sitesOf(station);
    callers.current().require(Action.COMMISSION, named);
    Inquiry inquiry = callers.inquiry();
    SpanContext span = Span.current().getSpanContext();
    Change change =
        new Change(
            "station.rotate-password",
            station,
            List.copyOf(named),
            Optional.empty(),
            Optional.empty());
    return rotations
        .begin(station, () -> AuditRow.of(audits.record(inquiry, change, Outcome.DONE), span))
        .thenApply(
            begun -> {
              sending.ask();
              return Response.accepted().build();
            });
  }
}
