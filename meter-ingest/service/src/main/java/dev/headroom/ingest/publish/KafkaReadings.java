package dev.headroom.ingest.publish;

import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.reading.MeterReading;
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

  /** The producer must not block in {@code send}; see {@link ProducerSettings}. */
  public KafkaReadings(Producer<String, MeterReading> producer) {
    this.producer = producer;
  }

  @Override
  public CompletionStage<Void> send(List<MeterReading> pack) {
    return CompletableFuture.allOf(
        pack.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> send(MeterReading reading) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    String key = Keys.child(reading.site(), reading.meter());
    producer.send(
        new ProducerRecord<>(Topic.METER_READINGS.topicName(), key, reading),
        (written, failure) -> {
          if (failure == null) {
            acknowledged.complete(null);
          } else {
            acknowledged.completeExceptionally(failure);
          }
        });
    return acknowledged;
  }
}
