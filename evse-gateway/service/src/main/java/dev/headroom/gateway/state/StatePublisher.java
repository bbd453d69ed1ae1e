package dev.headroom.gateway.state;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.gateway.core.session.Effect.PublishState;
import dev.headroom.gateway.kafka.KafkaSettings;
import dev.headroom.gateway.metric.GatewayMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes states to {@code headroom.evse-states} on a thread of its own: sockets never wait for the
 * broker, and what it does not take is written again.
 */
@ApplicationScoped
public class StatePublisher {

  private static final Logger LOG = Logger.getLogger(StatePublisher.class);
  private static final long PAUSE_MILLIS = 200;
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);
  private static final Duration CLOSING = Duration.ofSeconds(1);

  /** After everybody who still has something to publish. */
  private static final int LAST = 4000;

  private final StateOutbox outbox = new StateOutbox();
  private final Map<String, Object> settings;
  private final GatewayMetrics metrics;
  private volatile boolean stopping;
  private volatile boolean troubled;

  StatePublisher(KafkaSettings kafka, GatewayMetrics metrics, MeterRegistry registry) {
    this.settings = kafka.common();
    this.metrics = metrics;
    for (EvseCondition condition : EvseCondition.values()) {
      Gauge.builder("headroom_evses", this, publisher -> publisher.count(condition))
          .description("EVSEs with a socket here, by what they do")
          .tag("state", condition.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3000);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("evse-states").daemon().start(this::writeUntilStopped);
  }

  void stop(@Observes @Priority(LAST) ShutdownEvent event) throws InterruptedException {
    Instant deadline = Instant.now().plus(LAST_WORDS);
    while (!outbox.empty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(20);
    }
    stopping = true;
  }

  /**
   * Publishes a state without waiting.
   *
   * @param connection whose it is; after another has opened the EVSE, its states are dropped
   */
  public void publish(StateSource connection, PublishState state) {
    outbox.put(connection, state);
  }

  /** Whether the broker took the last record it was given. */
  public boolean healthy() {
    return !troubled;
  }

  /** How many EVSEs with a socket here are in this condition. */
  private long count(EvseCondition condition) {
    return outbox.latest().stream().filter(state -> EvseCondition.of(state) == condition).count();
  }

  private void writeUntilStopped() {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
      while (!stopping) {
        outbox.await(PAUSE_MILLIS);
        outbox.next().ifPresent(write -> write(producer, write));
      }
      producer.close(CLOSING);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(KafkaProducer<String, byte[]> producer, StateOutbox.Write write) {
    try {
      producer.send(
          new ProducerRecord<>(
              Topic.EVSE_STATES.topicName(), write.key(), Codecs.EVSE_STATE.encode(write.state())),
          (metadata, failure) -> done(write, metadata, failure));
    } catch (IllegalArgumentException unwritable) {
      metrics.publishFailed();
      LOG.errorf("the state of %s cannot be written: %s", write.key(), unwritable.getMessage());
      outbox.dropped(write);
    } catch (KafkaException failure) {
      notWritten(write, failure);
    }
  }

  private void done(StateOutbox.Write write, RecordMetadata metadata, @Nullable Exception failure) {
    if (failure == null) {
      troubled = false;
      outbox.written(write, metadata.offset());
      if (write.opens()) {
        write.connection().opened(write.state().evse(), metadata.offset());
      }
    } else {
      notWritten(write, failure);
    }
  }

  private void notWritten(StateOutbox.Write write, Exception failure) {
    troubled = true;
    metrics.publishFailed();
    LOG.warnf("the state of %s was not written: %s", write.key(), failure.getMessage());
    Thread.ofVirtual().start(() -> writeAgain(write));
  }

  private void writeAgain(StateOutbox.Write write) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    outbox.failed(write);
  }
}
