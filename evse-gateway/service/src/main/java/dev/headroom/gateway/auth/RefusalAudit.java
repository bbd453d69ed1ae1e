package dev.headroom.gateway.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.outbox.AuditSending;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Inquiry;
import dev.headroom.web.audit.Audits;
import dev.headroom.web.outbox.AuditRow;
import dev.headroom.web.policy.Grants;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells the audit of peers that were somebody, but not who they said. */
@ApplicationScoped
class RefusalAudit {

  private static final Logger LOG = Logger.getLogger(RefusalAudit.class);

  private final Audits audits;
  private final Database database;
  private final AuditSending sending;
  private final SiteBook sites;

  RefusalAudit(Audits audits, Database database, AuditSending sending, SiteBook sites) {
    this.audits = audits;
    this.database = database;
    this.sending = sending;
    this.sites = sites;
  }

  /** Those who try again and again are told of as often as the limits of attempts let them. */
  void refused(Presented presented, ForbiddenReason reason) {
    LOG.warnf("refused a socket as %s: %s", presented.station(), reason.word());
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.put("refusedBecause", reason.word());
    shown.put("securityProfile", presented.profile().number());
    shown.put("address", presented.address());
    presented
        .certificate()
        .ifPresent(it -> shown.put("certificateOf", it.getSubjectX500Principal().getName()));
    Change change =
        new Change(
            "station.connect",
            presented.station(),
            List.copyOf(sites.sitesOf(presented.station())),
            Optional.empty(),
            Optional.of(shown));
    Inquiry charger =
        new Inquiry(
            new Caller(
                "a charger at " + presented.address(),
                Optional.empty(),
                Grants.NONE,
                Optional.empty()),
            Optional.empty(),
            Optional.empty());
    AuditRow row =
        AuditRow.of(audits.record(charger, change, Outcome.REFUSED), SpanContext.getInvalid());
    database
        .transact(session -> session.persist(row))
        .whenComplete(
            (kept, failure) -> {
              if (failure == null) {
                sending.ask();
              } else {
                LOG.errorf("the refusal of %s is not audited: %s", presented.station(), failure);
              }
            });
  }
}
