package dev.headroom.gateway.kafka;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.topic.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Puts records nobody can use where somebody will look, off every other path. A few may wait for
 * the broker; more are only counted.
 */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final String SERVICE = "evse-gateway";
  private static final List<Topic> READ = List.of(Topic.SITES, Topic.LIMITS, Topic.EVSE_STATES);
  private static final int MOST_WAITING = 1000;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private final MeterRegistry registry;
  private final BlockingQueue<ProducerRecord<String, byte[]>> waiting =
      new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = Thread.ofVirtual().name("dead-letters").unstarted(this::run);

  DeadLetters(KafkaSettings settings, MeterRegistry registry) {
    this.registry = registry;
    this.settings = settings.common();
    this.settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    this.settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
  }

  void start(@Observes StartupEvent event) {
    // There at 0 from the start: the first one is a rise that an alert can see.
    READ.forEach(topic -> counter(topic.topicName()));
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  /** Takes a record that could not be used, without waiting. */
  public void add(ConsumerRecord<String, byte[]> record, String reason) {
    counter(record.topic()).increment();
    if (!waiting.offer(letter(record, reason, Instant.now()))) {
      LOG.warnf("%s-%d@%d has no room", record.topic(), record.partition(), record.offset());
    }
  }

  private Counter counter(String topic) {
    return Counter.builder("headroom_dead_letters_total")
        .description("Records that could not be used")
        .tag("topic", topic)
        .register(registry);
  }

  /** On the partition of the record: its key may be what is wrong with it. */
  private static ProducerRecord<String, byte[]> letter(
      ConsumerRecord<String, byte[]> record, String reason, Instant now) {
    DeadLetter letter =
        new DeadLetter(
            record.topic(),
            record.partition(),
            record.offset(),
            Optional.ofNullable(record.key()),
            Optional.ofNullable(record.value()).map(Base64.getEncoder()::encodeToString),
            reason,
            SERVICE,
            now);
    String id = "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset());
    return new ProducerRecord<>(
        Topic.DEAD_LETTERS.topicName(),
        record.partition(),
        record.key(),
        Codecs.DEAD_LETTER.encode(letter),
        CloudEvents.headers(Topic.DEAD_LETTERS, "/" + SERVICE, id, now)
            .add("ce_reason", reason.getBytes(StandardCharsets.UTF_8)));
  }

  private void run() {
    try {
      ProducerRecord<String, byte[]> first = waiting.take();
      KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings);
      try {
        send(producer, first);
        while (true) {
          send(producer, waiting.take());
        }
      } finally {
        producer.close(CLOSING);
      }
    } catch (InterruptedException stopped) {
      LOG.debug("no more dead letters");
    }
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> letter) {
    try {
      producer.send(
          letter,
          (done, failure) -> {
            if (failure != null) {
              LOG.warnf("a dead letter could not be written: %s", failure.getMessage());
            }
          });
    } catch (KafkaException failure) {
      LOG.warnf("a dead letter could not be written: %s", failure.getMessage());
    }
  }
}
