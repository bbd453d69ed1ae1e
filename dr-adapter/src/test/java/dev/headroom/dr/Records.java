package dev.headroom.dr;

import dev.headroom.contract.audit.Actor;
import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Audit records, where a test needs any. */
final class Records {

  private Records() {}

  static AuditRecord of(String event) {
    return new AuditRecord(
        "audit-" + event,
        Instant.parse("2026-01-01T00:00:00Z"),
        "dr-adapter",
        new Actor("nobody", Optional.empty()),
        new Change("event.announce", event, List.of(), Optional.empty(), Optional.empty()),
        Outcome.DONE,
        Optional.empty(),
        Optional.empty());
  }
}
