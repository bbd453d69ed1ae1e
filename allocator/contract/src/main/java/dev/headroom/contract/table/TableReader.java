package dev.headroom.contract.table;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic from the beginning, and after a failure from where it was. Only
 * {@link #wakeup} may be called from another thread.
 */
final class TableReader {

  private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final Map<String, Object> config;
  private final String topic;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> startingEnd = new HashMap<>();
  private volatile Optional<KafkaConsumer<String, byte[]>> consumer = Optional.empty();
  private volatile boolean woken;

  TableReader(Map<String, Object> config, String topic) {
    this.config = config;
    this.topic = topic;
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
  }

  /**
   * Connects.
   *
   * @throws KafkaException if the topic cannot be reached yet
   */
  void open() {
    KafkaConsumer<String, byte[]> opened = new KafkaConsumer<>(config);
    consumer = Optional.of(opened);
    if (woken) {
      opened.wakeup();
    }
    List<TopicPartition> partitions =
        opened.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException(topic + " is not there yet");
    }
    opened.assign(partitions);
    if (startingEnd.isEmpty()) {
      startingEnd.putAll(opened.endOffsets(partitions));
    }
    for (TopicPartition partition : partitions) {
      Long position = positions.get(partition);
      if (position == null) {
        opened.seekToBeginning(List.of(partition));
      } else {
        opened.seek(partition, position);
      }
    }
  }

  ConsumerRecords<String, byte[]> poll(Duration patience) {
    ConsumerRecords<String, byte[]> records = opened().poll(patience);
    records.nextOffsets().forEach((partition, offset) -> positions.put(partition, offset.offset()));
    return records;
  }

  /** Whether every partition has been read up to where it ended at the start. */
  boolean atStartingEnd() {
    return startingEnd.entrySet().stream()
        .allMatch(end -> opened().position(end.getKey()) >= end.getValue());
  }

  /** How far behind the ends the broker last told of; empty until it told all of them. */
  OptionalLong behind() {
    long sum = 0;
    for (TopicPartition partition : opened().assignment()) {
      OptionalLong lag = opened().currentLag(partition);
      if (lag.isEmpty()) {
        return lag;
      }
      sum += lag.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  int partitions() {
    return startingEnd.size();
  }

  /** Ends whatever call is under way, and every later one at once. */
  void wakeup() {
    woken = true;
    consumer.ifPresent(KafkaConsumer::wakeup);
  }

  void close() {
    Optional<KafkaConsumer<String, byte[]>> closed = consumer;
    consumer = Optional.empty();
    try {
      closed.ifPresent(it -> it.close(CloseOptions.timeout(CLOSING)));
    } catch (KafkaException e) {
      LOG.debug("closing the consumer of {} failed", topic, e);
    }
  }

  private KafkaConsumer<String, byte[]> opened() {
    return consumer.orElseThrow(() -> new IllegalStateException(topic + " is not open"));
  }
}
