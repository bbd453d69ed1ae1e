package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** A record that cannot be read is put aside with its reason, and disturbs nothing. */
@QuarkusTest
class DeadLettersTest extends GatewayTest {

  @Test
  void poisonIsPutAsideWithItsReason() {
    allocator.accept(site, station);
    long offset =
        allocator.write(Topic.LIMITS, site, "no protobuf".getBytes(StandardCharsets.UTF_8));

    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
      eventually()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
                return seen.stream().anyMatch(record -> site.equals(record.key()));
              });
      ConsumerRecord<String, byte[]> record =
          seen.stream().filter(found -> site.equals(found.key())).findFirst().orElseThrow();
      DeadLetter letter = Codecs.DEAD_LETTER.decode(record.value());
      assertThat(letter.topic()).isEqualTo(Topic.LIMITS.topicName());
      assertThat(letter.offset()).isEqualTo(offset);
      assertThat(letter.reportedBy()).isEqualTo("evse-gateway");
      assertThat(
              new String(record.headers().lastHeader("ce_reason").value(), StandardCharsets.UTF_8))
          .isEqualTo(letter.reason())
          .isNotBlank();
    }
    assertThat(operator.metric("headroom_dead_letters_total")).isPositive();
    connect().vanish();
  }

  private KafkaConsumer<String, byte[]> consumer() {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topic.DEAD_LETTERS.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
