package dev.headroom.contract.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void writesW3cTraceContextWhetherItIsSampledOrNot() {
    Headers headers = new RecordHeaders();
    TraceHeaders.write(span(TraceFlags.getDefault()), headers);
    assertThat(new String(headers.lastHeader("traceparent").value(), UTF_8))
        .isEqualTo("00-" + TRACE + "-" + SPAN + "-00");

    TraceHeaders.write(span(TraceFlags.getSampled()), headers);
    assertThat(headers.headers("traceparent")).hasSize(1);
    assertThat(TraceHeaders.read(headers).isSampled()).isTrue();
    assertThat(TraceHeaders.read(headers).getTraceId()).isEqualTo(TRACE);
    assertThat(TraceHeaders.read(headers).isRemote()).isTrue();
  }

  @Test
  void writesNothingWithoutATrace() {
    Headers headers = new RecordHeaders();
    TraceHeaders.write(SpanContext.getInvalid(), headers);
    assertThat(headers).isEmpty();
    assertThat(TraceHeaders.read(headers).isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "00-0-0-00", "ff-" + TRACE + "-" + SPAN + "-01"})
  void takesNonsenseForNoTrace(String value) {
    Headers headers = new RecordHeaders().add("traceparent", value.getBytes(UTF_8));
    assertThat(TraceHeaders.read(headers).isValid()).isFalse();
  }

  private static SpanContext span(TraceFlags flags) {
    return SpanContext.create(TRACE, SPAN, flags, TraceState.getDefault());
  }
}
