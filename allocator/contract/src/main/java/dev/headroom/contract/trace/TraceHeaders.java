package dev.headroom.contract.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context in the headers of Kafka records: {@code traceparent} and {@code tracestate}. A
 * trace is carried on whether or not it is sampled. Headers that are no trace are as none at all.
 */
public final class TraceHeaders {

  private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<Headers> READING =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          List<String> names = new ArrayList<>();
          headers.forEach(header -> names.add(header.key()));
          return names;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
          Header header = headers == null ? null : headers.lastHeader(name);
          return header == null || header.value() == null
              ? null
              : new String(header.value(), UTF_8);
        }
      };

  private TraceHeaders() {}

  /** Writes it, in the place of one that was there; one that is not valid is not written. */
  public static void write(SpanContext span, Headers headers) {
    FORMAT.inject(
        Context.root().with(Span.wrap(span)),
        headers,
        (into, name, value) -> {
          if (into != null) {
            into.remove(name).add(name, value.getBytes(UTF_8));
          }
        });
  }

  /** The trace a record belongs to; invalid if it belongs to none. */
  public static SpanContext read(Headers headers) {
    return Span.fromContext(FORMAT.extract(Context.root(), headers, READING)).getSpanContext();
  }

  /** For whoever goes on with it: the parent of a span. */
  public static Context parent(SpanContext span) {
    return span.isValid() ? Context.root().with(Span.wrap(span)) : Context.root();
  }
}
