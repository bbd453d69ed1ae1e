package dev.headroom.allocator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other services' side of the broker: what they would write, and all that is there to read. */
final class Wire implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Object> servers;

  Wire(String bootstrapServers) {
    servers = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                SitePartitioner.class),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void send(MeterReading reading) {
    send(
        Topic.METER_READINGS,
        Keys.child(reading.site(), reading.meter()),
        Codecs.METER_READING.encode(reading));
  }

  void send(EvseState state) {
    send(
        Topic.EVSE_STATES, Keys.child(state.site(), state.evse()), Codecs.EVSE_STATE.encode(state));
  }

  /** Many at once; returns when the broker has them all. */
  void sendAll(List<EvseState> states) {
    states.forEach(
        state ->
            producer.send(
                new ProducerRecord<>(
                    Topic.EVSE_STATES.topicName(),
                    Keys.child(state.site(), state.evse()).getBytes(UTF_8),
                    Codecs.EVSE_STATE.encode(state))));
    producer.flush();
  }

  void send(Topic topic, String key, byte[] value) {
    send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the broker did not take it", e);
    }
  }

  /** Everything a topic holds now. */
  List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
    return all(topic.topicName());
  }

  boolean exists(String topic) {
    try (Admin admin = Admin.create(servers)) {
      return admin.listTopics().names().get(10, TimeUnit.SECONDS).contains(topic);
    } catch (Exception e) {
      throw new AssertionError("the broker does not say which topics there are", e);
    }
  }

  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(servers, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
