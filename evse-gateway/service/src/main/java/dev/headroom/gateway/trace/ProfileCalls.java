package dev.headroom.gateway.trace;

import dev.headroom.contract.log.LogScope;
import dev.headroom.contract.trace.TraceHeaders;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.gateway.core.rpc.Frame;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The calls that bring a charger its limits, from the sending to the charger's answer. One for each
 * connection, used on its event loop.
 */
public final class ProfileCalls {

  private static final Logger LOG = Logger.getLogger(ProfileCalls.class);
  private static final String ACTION = "SetChargingProfile";

  private final String station;
  private final Tracer tracer;
  private final Origins origins;
  private final Map<String, Span> unanswered = new HashMap<>();
  private Optional<Allocation> newest = Optional.empty();

  public ProfileCalls(String station, Tracer tracer, Origins origins) {
    this.station = station;
    this.tracer = tracer;
    this.origins = origins;
  }

  /** What is sent from now on follows from this. */
  public void allocated(Allocation allocation) {
    newest = Optional.of(allocation);
  }

  /** What was allocated last. */
  public Optional<Allocation> newest() {
    return newest;
  }

  /** A frame goes out. */
  public void sent(Frame frame) {
    if (frame instanceof Frame.Call call && ACTION.equals(call.payload().action().wireName())) {
      unanswered.put(call.messageId(), begin());
    }
  }

  /** A frame came in. */
  public void received(Frame frame) {
    Span span = unanswered.remove(frame.messageId());
    if (span == null) {
      return;
    }
    String answer =
        switch (frame) {
          case Frame.CallResult result -> result.payload().toString();
          case Frame.CallError error -> error.code().name();
          case Frame.Call call -> "a call of the same id";
        };
    if (!(frame instanceof Frame.CallResult)) {
      span.setStatus(StatusCode.ERROR, answer);
    }
    span.setAttribute("ocpp.answer", answer).end();
    try (var _ = about(span)) {
      LOG.debugf("%s answers to its limit: %s", station, answer);
    }
  }

  private LogScope about(Span span) {
    LogScope about =
        LogScope.of("station", station).and("traceId", span.getSpanContext().getTraceId());
    newest.ifPresent(
        allocation ->
            about.and("site", allocation.site()).and("epoch", allocation.revision().epoch()));
    return about;
  }

  /** The socket is gone: nothing will be answered any more. */
  public void gone() {
    for (Span span : unanswered.values()) {
      span.setStatus(StatusCode.ERROR, "the socket closed").end();
    }
    unanswered.clear();
  }

  private Span begin() {
    SpanContext cause =
        newest
            .flatMap(allocation -> origins.of(allocation.site(), allocation.revision()))
            .map(Origin::trace)
            .orElse(SpanContext.getInvalid());
    SpanBuilder span =
        tracer
            .spanBuilder(ACTION)
            .setParent(TraceHeaders.parent(cause))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("headroom.station", station);
    newest.ifPresent(
        allocation ->
            span.setAttribute("headroom.site", allocation.site())
                .setAttribute("headroom.epoch", allocation.revision().epoch())
                .setAttribute("headroom.sequence", allocation.revision().sequence()));
    return span.startSpan();
  }
}
