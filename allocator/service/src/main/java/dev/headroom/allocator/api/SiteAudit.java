package dev.headroom.allocator.api;

import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import dev.headroom.web.audit.Audits;
import dev.headroom.web.audit.KafkaAudit;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The audit of changes of sites. The request is written before the change is proposed and what
 * became of it after that: a change that nobody could read of is not made.
 */
@Singleton
class SiteAudit {

  private static final long PATIENCE_SECONDS = 7;

  private final Audits audits;
  private final KafkaAudit log;

  SiteAudit(Audits audits, KafkaAudit log) {
    this.audits = audits;
    this.log = log;
  }

  /**
   * That somebody wants this.
   *
   * @throws ProblemException if the broker does not take it: then it must not be done
   */
  AuditRecord requested(Change change) {
    AuditRecord record = audits.record(change, Outcome.REQUESTED);
    write(record, "the audit cannot be written now, so nothing was changed; try again");
    return record;
  }

  /**
   * What became of it.
   *
   * @throws ProblemException if the broker does not take it: the audit tells of the request alone
   */
  void became(AuditRecord requested, Outcome outcome) {
    write(
        requested.became(outcome, Instant.now()),
        "the site's owner has decided, but the audit tells of the request alone: read the site");
  }

  private void write(AuditRecord record, String otherwise) {
    try {
      log.write(record, Span.current().getSpanContext())
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.notAudited(otherwise);
    } catch (ExecutionException | TimeoutException e) {
      throw ProblemException.notAudited(otherwise);
    }
  }
}
