package dev.headroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final String TOPIC = "readings";

  @Test
  void keepsRecordsOverARestartOnTheSamePort() throws Exception {
    try (var kafka = EmbeddedKafka.start()) {
      createTopic(kafka);
      send(kafka, "before");
      String address = kafka.bootstrapServers();
      kafka.stop();
      assertThat(kafka.running()).isFalse();
      kafka.restart();
      assertThat(kafka.bootstrapServers()).isEqualTo(address);
      send(kafka, "after");
      assertThat(read(kafka, 2)).containsExactly("before", "after");
    }
  }

  @Test
  void keepsRecordsInADirectoryOfItsOwn(@TempDir Path directory) throws Exception {
    try (var first = EmbeddedKafka.builder().directory(directory).start()) {
      createTopic(first);
      send(first, "kept");
    }
    try (var second = EmbeddedKafka.builder().directory(directory).start()) {
      assertThat(read(second, 1)).containsExactly("kept");
    }
  }

  @Test
  void createsNoTopicOnUseAndSpeaksTheStreamsGroupProtocol() throws Exception {
    try (var kafka = EmbeddedKafka.start();
        var admin = admin(kafka)) {
      assertThatThrownBy(() -> admin.describeTopics(List.of(TOPIC)).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      FeatureMetadata features = admin.describeFeatures().featureMetadata().get();
      assertThat(features.finalizedFeatures()).containsKeys("streams.version", "group.version");
    }
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static void createTopic(EmbeddedKafka kafka) throws Exception {
    try (var admin = admin(kafka)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static void send(EmbeddedKafka kafka, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(TOPIC, bytes)).get();
    }
  }

  private static List<String> read(EmbeddedKafka kafka, int count) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var values = new java.util.ArrayList<String>();
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(it -> values.add(new String(it.value(), StandardCharsets.UTF_8)));
      }
      return values;
    }
  }
}
