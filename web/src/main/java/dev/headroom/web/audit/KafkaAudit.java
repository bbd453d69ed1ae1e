package dev.headroom.web.audit;

import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.trace.TraceHeaders;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes {@code headroom.audit}; connects when there is something to write. */
public final class KafkaAudit implements AutoCloseable {

  private final Map<String, Object> settings;
  private final String source;
  private Optional<Producer<String, AuditRecord>> producer = Optional.empty();

  /**
   * Nothing is connected yet.
   *
   * @param kafka the clients' settings: servers and security
   * @param service who writes, such as {@code allocator}
   */
  public KafkaAudit(Map<String, Object> kafka, String service) {
    this.source = "/" + service;
    settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5000);
  }

  /**
   * Completes when the broker has it, or fails within 7 s. May wait for the broker itself, so it is
   * not for event loops.
   */
  public CompletionStage<Void> write(AuditRecord record, SpanContext span) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    try {
      producer()
          .send(
              message(record, span),
              (done, failure) -> {
                if (failure == null) {
                  written.complete(null);
                } else {
                  written.completeExceptionally(failure);
                }
              });
    } catch (KafkaException failure) {
      written.completeExceptionally(failure);
    }
    return written;
  }

  private ProducerRecord<String, AuditRecord> message(AuditRecord record, SpanContext span) {
    // What was requested and what became of it are two events of one change.
    String id = record.id() + "/" + record.outcome();
    Headers headers = CloudEvents.headers(Topic.AUDIT, source, id, record.at());
    TraceHeaders.write(span, headers);
    return new ProducerRecord<>(
        Topic.AUDIT.topicName(), null, record.at().toEpochMilli(), record.key(), record, headers);
  }

  private synchronized Producer<String, AuditRecord> producer() {
    if (producer.isEmpty()) {
      producer =
          Optional.of(
              new KafkaProducer<>(settings, new StringSerializer(), Codecs.AUDIT.serializer()));
    }
    return producer.get();
  }

  @Override
  public synchronized void close() {
    producer.ifPresent(open -> open.close(Duration.ofSeconds(2)));
    producer = Optional.empty();
  }
}
