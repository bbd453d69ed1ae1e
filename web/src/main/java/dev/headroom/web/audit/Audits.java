package dev.headroom.web.audit;

import dev.headroom.contract.audit.Actor;
import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.web.access.Caller;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Inquiry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records of the changes that are asked for in requests. */
@Singleton
public class Audits {

  private final Callers callers;
  private final String service;

  Audits(Callers callers, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.callers = callers;
    this.service = service;
  }

  /** That whoever asks in this request changes this; to be made on the request's own thread. */
  public AuditRecord record(Change change, Outcome outcome) {
    return record(callers.inquiry(), change, outcome);
  }

  /** The same for a request that was taken along. */
  public AuditRecord record(Inquiry inquiry, Change change, Outcome outcome) {
    Caller caller = inquiry.caller();
    return new AuditRecord(
        UUID.randomUUID().toString(),
        Instant.now(),
        service,
        new Actor(caller.subject(), caller.issuer()),
        change,
        outcome,
        inquiry.reason(),
        inquiry.requestId());
  }
}
