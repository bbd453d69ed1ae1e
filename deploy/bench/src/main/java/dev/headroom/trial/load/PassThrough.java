package dev.headroom.trial.load;

import dev.headroom.contract.topic.Topic;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Kafka Streams that hands readings on as they are, with the settings of the allocator's: what the
 * allocator's own work is compared with.
 */
public final class PassThrough {

  static final String TOPIC = "trial.passed-on";

  private PassThrough() {}

  /**
   * Runs until standard input closes.
   *
   * @param arguments servers and a directory for state
   */
  public static void main(String[] arguments) {
    var topology = new StreamsBuilder();
    topology.stream(Topic.METER_READINGS.topicName()).to(TOPIC);
    var streams = new KafkaStreams(topology.build(), settings(arguments[0], Path.of(arguments[1])));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(streams::close));
    streams.start();
  }

  private static Properties settings(String servers, Path state) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", servers);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "trial-pass-through");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
    settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    settings.put(StreamsConfig.POLL_MS_CONFIG, 50);
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1);
    settings.put(StreamsConfig.producerPrefix("linger.ms"), 1);
    settings.put(StreamsConfig.producerPrefix("acks"), "all");
    settings.put(StreamsConfig.consumerPrefix("fetch.max.wait.ms"), 50);
    return settings;
  }
}
