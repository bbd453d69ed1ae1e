package dev.headroom.allocator.trace;

import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.trace.TraceHeaders;
import dev.headroom.core.evse.Revision;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Continues the trace of a reading with the decision it leads to. A decision that comes with time
 * and not with a reading begins a trace of its own, linked to the readings it rests on. One for
 * each partition, used on its thread.
 */
public final class DecisionTraces {

  /** Older readings explain nothing any more. */
  private static final Duration LINKED = Duration.ofSeconds(10);

  private record Heard(String key, SpanContext trace, Instant at) {}

  private final Tracer tracer;
  private final Map<String, Map<String, Heard>> latest = new HashMap<>();
  private Optional<Heard> current = Optional.empty();

  public DecisionTraces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** A reading is taken; what is decided until {@link #done} is decided because of it. */
  public void reading(String key, SpanContext trace, Instant now) {
    if (trace.isValid()) {
      Heard heard = new Heard(key, trace, now);
      current = Optional.of(heard);
      latest.computeIfAbsent(Keys.siteOf(key), site -> new HashMap<>()).put(key, heard);
    }
  }

  /** The reading has been dealt with. */
  public void done() {
    current = Optional.empty();
  }

  /** Tells of a decision; what is returned goes along with its limits. */
  public SpanContext decided(String site, Revision revision, Instant now) {
    Optional<Heard> cause = current.filter(heard -> Keys.siteOf(heard.key()).equals(site));
    SpanBuilder builder =
        tracer
            .spanBuilder("allocate")
            .setParent(
                TraceHeaders.parent(cause.map(Heard::trace).orElse(SpanContext.getInvalid())))
            .setStartTimestamp(cause.map(Heard::at).orElse(now))
            .setAttribute("headroom.site", site)
            .setAttribute("headroom.epoch", revision.epoch())
            .setAttribute("headroom.sequence", revision.sequence());
    latest.getOrDefault(site, Map.of()).values().stream()
        .filter(heard -> cause.filter(heard::equals).isEmpty())
        .filter(heard -> heard.at().plus(LINKED).isAfter(now))
        .forEach(heard -> builder.addLink(heard.trace()));
    Span span = builder.startSpan();
    span.end(now);
    return span.getSpanContext();
  }

  /** The site is no more. */
  public void forget(String site) {
    latest.remove(site);
  }
}
