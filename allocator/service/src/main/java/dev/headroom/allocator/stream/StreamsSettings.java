package dev.headroom.allocator.stream;

import dev.headroom.allocator.config.AllocatorConfig;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** Kafka Streams set up for a control loop: fresh data at once, failures found soon. */
final class StreamsSettings {

  private StreamsSettings() {}

  static Properties of(
      Map<String, Object> kafka, AllocatorConfig config, Workshop workshop, Path stateDirectory) {
    String instance = workshop.terms().instance();
    Properties settings = new Properties();
    settings.putAll(kafka);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group(config));
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) workshop.layout().replication());
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, instance);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    settings.put(StreamsConfig.POLL_MS_CONFIG, 50);
    // One silent topic must not hold back the others of its task.
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1);
    // A producer's nonsense time stamp must not end the task.
    settings.put(
        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    protocol(settings, config, instance);
    return settings;
  }

  /** Instances whose topologies differ can't be in one group. */
  private static String group(AllocatorConfig config) {
    return config.group() + "-" + AllocatorTopology.VERSION;
  }

  private static void protocol(Properties settings, AllocatorConfig config, String instance) {
    settings.put(
        StreamsConfig.GROUP_PROTOCOL_CONFIG,
        config.groupProtocol().name().toLowerCase(Locale.ROOT));
    switch (config.groupProtocol()) {
      case STREAMS -> {} // sessions, heartbeats and standbys are the broker's settings
      case CLASSIC -> {
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
        // Only static members leave the group when they close.
        settings.put(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        settings.put(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
        settings.put(
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 500);
      }
    }
  }
}
