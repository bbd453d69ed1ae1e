package dev.headroom.allocator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Traces are carried on though none is sampled. */
class DecisionTracesTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final SpanContext READING =
      SpanContext.createFromRemoteParent(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getDefault(),
          TraceState.getDefault());

  private final DecisionTraces traces =
      new DecisionTraces(
          SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build().get("test"));

  @Test
  void continueTheTraceOfTheReadingThatIsDecidedOn() {
    traces.reading("oak/main", READING, NOON);
    SpanContext decision = traces.decided("oak", new Revision(1, 2), NOON);
    assertThat(decision.getTraceId()).isEqualTo(READING.getTraceId());
    assertThat(decision.getSpanId()).isNotEqualTo(READING.getSpanId());
    assertThat(decision.isSampled()).isFalse();
  }

  @Test
  void beginAnewForAnotherSiteAndForWhatComesWithTime() {
    traces.reading("oak/main", READING, NOON);
    SpanContext elsewhere = traces.decided("elm", new Revision(1, 2), NOON);
    assertThat(elsewhere.isValid()).isTrue();
    assertThat(elsewhere.getTraceId()).isNotEqualTo(READING.getTraceId());
    traces.done();
    SpanContext later = traces.decided("oak", new Revision(1, 3), NOON.plusSeconds(1));
    assertThat(later.getTraceId()).isNotEqualTo(READING.getTraceId());
  }
}
