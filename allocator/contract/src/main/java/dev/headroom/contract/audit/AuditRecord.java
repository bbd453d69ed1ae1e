package dev.headroom.contract.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody changed something, or tried to: a value of {@code headroom.audit}.
 *
 * @param id of the change; all records of one change have it, and one sent again has it, too
 * @param service that was asked
 * @param reason why, in the words of whoever asked
 * @param requestId as the caller or a proxy named the request
 */
public record AuditRecord(
    String id,
    Instant at,
    String service,
    Actor actor,
    Change change,
    Outcome outcome,
    Optional<String> reason,
    Optional<String> requestId) {

  /** The record's key: its first site, or the object that belongs to none. */
  public String key() {
    return change.sites().isEmpty() ? change.object() : change.sites().getFirst();
  }

  /** The same change, a moment later. */
  public AuditRecord became(Outcome next, Instant then) {
    return new AuditRecord(id, then, service, actor, change, next, reason, requestId);
  }
}
