package dev.headroom.web.outbox;

import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.codec.Codecs;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An audit record that the broker has not taken yet. */
@Entity
@Table(name = "audit_outbox")
public class AuditRow {

  @Id String id;

  @Column(name = "happened_at")
  Instant at;

  @Column(name = "record")
  byte[] value;

  @Column(name = "trace_id")
  @Nullable String traceId;

  @Column(name = "span_id")
  @Nullable String spanId;

  /** To be persisted in the transaction of the change itself. */
  public static AuditRow of(AuditRecord record, SpanContext span) {
    AuditRow row = new AuditRow();
    row.id = record.id();
    row.at = record.at();
    row.value = Codecs.AUDIT.encode(record);
    if (span.isValid()) {
      row.traceId = span.getTraceId();
      row.spanId = span.getSpanId();
    }
    return row;
  }

  AuditRecord record() {
    return Codecs.AUDIT.decode(value);
  }

  SpanContext span() {
    return traceId == null || spanId == null
        ? SpanContext.getInvalid()
        : SpanContext.create(traceId, spanId, TraceFlags.getDefault(), TraceState.getDefault());
  }
}
