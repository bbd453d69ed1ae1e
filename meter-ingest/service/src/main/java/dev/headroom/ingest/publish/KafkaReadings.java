package dev.headroom.ingest.publish;

import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.trace.TraceHeaders;
import dev.headroom.core.reading.MeterReading;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes readings to {@code headroom.meter-readings}. The plain client instead of a messaging
 * channel: a channel queues what the broker can't take yet, where fresh readings would wait behind
 * old ones.
 */
public final class KafkaReadings implements ReadingSink {

  private final Producer<String, MeterReading> producer;
  private final Tracer tracer;

  /** The producer must not block in {@code send}; see {@link ProducerSettings}. */
  public KafkaReadings(Producer<String, MeterReading> producer, Tracer tracer) {
    this.producer = producer;
    this.tracer = tracer;
  }

  @Override
  public CompletionStage<Void> send(List<MeterReading> pack) {
    return CompletableFuture.allOf(
        pack.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> send(MeterReading reading) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    String key = Keys.child(reading.site(), reading.meter());
    Span span = begin(reading);
    var record = new ProducerRecord<>(Topic.METER_READINGS.topicName(), key, reading);
    TraceHeaders.write(span.getSpanContext(), record.headers());
    producer.send(
        record,
        (written, failure) -> {
          if (failure == null) {
            acknowledged.complete(null);
          } else {
            span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
            acknowledged.completeExceptionally(failure);
          }
          span.end();
        });
    return acknowledged;
  }

  /** The trace of what follows from a reading begins where it was received. */
  private Span begin(MeterReading reading) {
    return tracer
        .spanBuilder("reading")
        .setNoParent()
        .setSpanKind(SpanKind.PRODUCER)
        .setStartTimestamp(reading.receivedAt())
        .setAttribute("headroom.site", reading.site())
        .setAttribute("headroom.meter", reading.meter())
        .startSpan();
  }
}
