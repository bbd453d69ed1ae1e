package dev.headroom.dr.publish;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.log.LogScope;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.dr.event.Snapshots.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Writes {@code headroom.ceilings}; waits for the broker, so not for event loops. */
final class CeilingWriter implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CeilingWriter.class);
  private static final String SOURCE = "/dr-adapter";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaProducer<String, Ceiling> producer;

  CeilingWriter(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    int millis = Math.toIntExact(PATIENCE.toMillis());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class);
    producer = new KafkaProducer<>(settings, new StringSerializer(), Codecs.CEILING.serializer());
  }

  /** Writes all and waits until each is acknowledged or given up; says how many were given up. */
  int write(List<CeilingChange> changes, Instant now) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (CeilingChange change : changes) {
      sent.add(producer.send(record(change, now)));
      tell(change);
    }
    int failed = 0;
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException notAcknowledged) {
        failed++;
      }
    }
    return failed;
  }

  private static void tell(CeilingChange change) {
    Slot slot = change.slot();
    try (var _ = LogScope.of("site", slot.site()).and("source", slot.source())) {
      LOG.infof(
          "ceilings of %s by %s are %s",
          slot.site(), slot.source(), change.ceiling().isPresent() ? "published" : "withdrawn");
    }
  }

  @SuppressWarnings("NullAway") // Kafka's tombstone is null
  private static ProducerRecord<String, Ceiling> record(CeilingChange change, Instant now) {
    return new ProducerRecord<>(
        Topic.CEILINGS.topicName(),
        null,
        Keys.child(change.slot().site(), change.slot().source()),
        change.ceiling().orElse(null),
        CloudEvents.headers(Topic.CEILINGS, SOURCE, UUID.randomUUID().toString(), now));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
