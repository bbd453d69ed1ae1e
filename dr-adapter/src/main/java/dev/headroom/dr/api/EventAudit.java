package dev.headroom.dr.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.dr.event.DrEvent;
import dev.headroom.web.access.Inquiry;
import dev.headroom.web.audit.Audits;
import dev.headroom.web.outbox.AuditRow;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the audit tells of events. */
@ApplicationScoped
class EventAudit {

  private final Audits audits;
  private final ObjectMapper json;

  EventAudit(Audits audits, ObjectMapper json) {
    this.audits = audits;
    this.json = json;
  }

  AuditRow announced(Inquiry inquiry, SpanContext span, DrEvent event, Instant now) {
    Change change =
        new Change(
            "event.announce",
            event.id(),
            List.copyOf(event.sites()),
            Optional.empty(),
            Optional.of(document(event, now)));
    return AuditRow.of(audits.record(inquiry, change, Outcome.DONE), span);
  }

  AuditRow cancelled(Inquiry inquiry, SpanContext span, DrEvent event, Instant now) {
    Change change =
        new Change(
            "event.cancel",
            event.id(),
            List.copyOf(event.sites()),
            Optional.of(document(event, now)),
            Optional.of(document(event.cancelled(now), now)));
    return AuditRow.of(audits.record(inquiry, change, Outcome.DONE), span);
  }

  private JsonNode document(DrEvent event, Instant now) {
    ObjectNode document = json.valueToTree(EventView.of(event, now, false));
    // Of the moment, not of the event.
    document.remove("published");
    return document;
  }
}
