package dev.headroom.contract.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.audit.Actor;
import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Value of {@code headroom.audit}. */
record AuditJson(
    String id,
    Instant at,
    String service,
    ActorJson actor,
    String action,
    String object,
    List<String> sites,
    Optional<JsonNode> before,
    Optional<JsonNode> after,
    String outcome,
    Optional<String> reason,
    Optional<String> requestId) {

  /** The issuer is null for whoever was at the machine where nobody is asked. */
  record ActorJson(String subject, Optional<String> issuer) {}

  static AuditJson of(AuditRecord record) {
    Change change = record.change();
    return new AuditJson(
        record.id(),
        record.at(),
        record.service(),
        new ActorJson(record.actor().subject(), record.actor().issuer()),
        change.action(),
        change.object(),
        change.sites(),
        change.before(),
        change.after(),
        record.outcome().name().toLowerCase(Locale.ROOT),
        record.reason(),
        record.requestId());
  }

  AuditRecord record() {
    return new AuditRecord(
        id,
        at,
        service,
        new Actor(actor.subject(), actor.issuer()),
        new Change(action, object, sites, present(before), present(after)),
        Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        reason,
        requestId);
  }

  private static Optional<JsonNode> present(Optional<JsonNode> document) {
    return document.filter(it -> !it.isNull());
  }
}
