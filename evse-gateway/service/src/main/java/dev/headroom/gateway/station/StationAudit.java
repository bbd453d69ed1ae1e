package dev.headroom.gateway.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.web.access.Inquiry;
import dev.headroom.web.audit.Audits;
import dev.headroom.web.outbox.AuditRow;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the audit tells of changes of stations: when credentials were given, never which. */
@ApplicationScoped
class StationAudit {

  private final Audits audits;

  StationAudit(Audits audits) {
    this.audits = audits;
  }

  /**
   * A change that somebody asked for.
   *
   * @param sites that name the station
   */
  record Asked(Inquiry inquiry, SpanContext span, String station, Set<String> sites) {}

  AuditRow provisioned(
      Asked asked,
      Optional<Station> before,
      Optional<OcppVersion> version,
      Optional<Integer> profile,
      Instant now) {
    Integer least =
        profile.orElse(before.map(station -> station.leastSecurityProfile).orElse(null));
    return row(
        asked,
        "station.provision",
        before.map(StationAudit::document),
        Optional.of(document(version.map(OcppVersion::number).orElse(null), least, now)));
  }

  AuditRow forgotten(Asked asked, Station before) {
    return row(asked, "station.forget", Optional.of(document(before)), Optional.empty());
  }

  private AuditRow row(
      Asked asked, String action, Optional<JsonNode> before, Optional<JsonNode> after) {
    Change change = new Change(action, asked.station(), List.copyOf(asked.sites()), before, after);
    return AuditRow.of(audits.record(asked.inquiry(), change, Outcome.DONE), asked.span());
  }

  private static JsonNode document(Station station) {
    return document(
        station.defaultOcppVersion, station.leastSecurityProfile, station.provisionedAt);
  }

  private static JsonNode document(
      @Nullable String version, @Nullable Integer profile, Instant provisioned) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("credentialsGivenAt", provisioned.toString());
    document.put("defaultOcppVersion", version);
    document.put("securityProfile", profile);
    return document;
  }
}
