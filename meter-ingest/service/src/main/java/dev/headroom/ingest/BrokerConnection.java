package dev.headroom.ingest;

import dev.headroom.contract.broker.BrokerWatch;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.publish.KafkaReadings;
import dev.headroom.ingest.publish.ProducerSettings;
import dev.headroom.ingest.publish.ReadingSink;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Our two clients of the broker. */
final class BrokerConnection implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(2);

  private final BrokerWatch watch;
  private final KafkaProducer<String, MeterReading> producer;

  private BrokerConnection(BrokerWatch watch, KafkaProducer<String, MeterReading> producer) {
    this.watch = watch;
    this.producer = producer;
  }

  /** Connects, creates the topics that are missing, and waits until readings can be sent. */
  static BrokerConnection open(
      Map<String, Object> common, IngestConfig.Topics topics, Duration patience) {
    KafkaProducer<String, MeterReading> producer =
        new KafkaProducer<>(
            ProducerSettings.of(common, patience),
            new StringSerializer(),
            Codecs.METER_READING.serializer());
    BrokerConnection connection =
        new BrokerConnection(new BrokerWatch(common, Clock.systemUTC()), producer);
    try (Admin admin = Admin.create(common)) {
      TopicSetup.ensure(admin, topics.partitions(), topics.replication());
      connection.awaitMetadata();
      connection.watch.start();
    } catch (RuntimeException failed) {
      connection.close();
      throw failed;
    }
    return connection;
  }

  /** The producer never waits for metadata itself, so they must be there before the first send. */
  private void awaitMetadata() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!hasMetadata()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "no broker tells where " + Topic.METER_READINGS.topicName() + " is");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private boolean hasMetadata() {
    try {
      return !producer.partitionsFor(Topic.METER_READINGS.topicName()).isEmpty();
    } catch (org.apache.kafka.common.errors.TimeoutException notYet) {
      return false;
    }
  }

  ReadingSink readings(Tracer tracer) {
    return new KafkaReadings(producer, tracer);
  }

  /** Whether the broker is there. */
  BrokerWatch watch() {
    return watch;
  }

  @Override
  public void close() {
    producer.close(DRAIN_LIMIT);
    watch.close();
  }
}
