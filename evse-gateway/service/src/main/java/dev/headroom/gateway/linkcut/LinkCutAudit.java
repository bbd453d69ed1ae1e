package dev.headroom.gateway.linkcut;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.outbox.AuditSending;
import dev.headroom.web.access.Inquiry;
import dev.headroom.web.audit.Audits;
import dev.headroom.web.outbox.AuditRow;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What the audit tells of link-cut tests: that one was ordered, before its link is cut. */
@ApplicationScoped
class LinkCutAudit {

  private final Audits audits;
  private final Database database;
  private final AuditSending sending;

  LinkCutAudit(Audits audits, Database database, AuditSending sending) {
    this.audits = audits;
    this.database = database;
    this.sending = sending;
  }

  /** Done once the order is on record. */
  CompletionStage<Void> ordered(
      Inquiry inquiry,
      SpanContext span,
      String station,
      Set<String> sites,
      LinkCutResource.Order order) {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("by", order.by().orElseThrow());
    after.put("powerCycle", order.powerCycle().orElse(false));
    Change change =
        new Change(
            "station.link-cut", station, List.copyOf(sites), Optional.empty(), Optional.of(after));
    AuditRow row = AuditRow.of(audits.record(inquiry, change, Outcome.DONE), span);
    return database.transact(session -> session.persist(row)).thenRun(sending::ask);
  }
}
