package dev.headroom.ingest;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.publish.KafkaReadings;
import dev.headroom.ingest.publish.ProducerSettings;
import dev.headroom.ingest.publish.ReadingSink;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Our two clients of the broker. */
final class BrokerConnection implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(2);
  private static final int PROBE_MILLIS = 2000;

  private final Admin admin;
  private final KafkaProducer<String, MeterReading> producer;

  private BrokerConnection(Admin admin, KafkaProducer<String, MeterReading> producer) {
    this.admin = admin;
    this.producer = producer;
  }

  /** Connects, creates the topics that are missing, and waits until readings can be sent. */
  static BrokerConnection open(
      Map<String, Object> common, IngestConfig.Topics topics, Duration patience) {
    Admin admin = Admin.create(common);
    KafkaProducer<String, MeterReading> producer =
        new KafkaProducer<>(
            ProducerSettings.of(common, patience),
            new StringSerializer(),
            Codecs.METER_READING.serializer());
    BrokerConnection connection = new BrokerConnection(admin, producer);
    try {
      TopicSetup.ensure(admin, topics.partitions(), topics.replication());
      connection.awaitMetadata();
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

  ReadingSink readings() {
    return new KafkaReadings(producer);
  }

  /** Whether a broker answers now. */
  boolean reachable() {
    try {
      admin
          .describeCluster(new DescribeClusterOptions().timeoutMs(PROBE_MILLIS))
          .clusterId()
          .get(PROBE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException unreachable) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    producer.close(DRAIN_LIMIT);
    admin.close(DRAIN_LIMIT);
  }
}
