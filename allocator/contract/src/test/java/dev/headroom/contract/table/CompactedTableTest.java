package dev.headroom.contract.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.embedded.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompactedTableTest {

  private static final int PARTITIONS = 4;

  private final List<CompactedTable.Entry<Ceiling>> heard = new CopyOnWriteArrayList<>();
  private EmbeddedKafka kafka;
  private KafkaProducer<String, byte[]> producer;

  @BeforeEach
  void startABroker() {
    kafka = EmbeddedKafka.start();
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                SitePartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void stopTheBroker() {
    producer.close(Duration.ofSeconds(2));
    kafka.close();
  }

  @Test
  void isReadyOnceItHasReadWhatWasThere() {
    createTopics();
    IntStream.range(0, 200).forEach(it -> write("site-" + it + "/events", ceiling("site-" + it)));

    try (var table = table()) {
      assertThat(table.ready()).isFalse();
      assertThat(table.behind()).as("nobody knows yet").isEmpty();
      table.start();

      assertThat(table.caughtUp()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(table.ready()).isTrue();
      assertThat(table.snapshot()).hasSize(200);
      assertThat(table.get("site-7/events")).contains(ceiling("site-7"));
      assertThat(table.get("site-7")).isEmpty();
      assertThat(heard).hasSize(200);
      await().until(() -> table.behind().equals(OptionalLong.of(0)));
    }
  }

  @Test
  void hearsOfEachChangeInOrderAndOfDeletions() {
    createTopics();
    try (var table = table()) {
      table.start();
      write("demo-1/events", ceiling("demo-1"));
      write("demo-1/events", new Ceiling("demo-1", "events", true, List.of()));
      write("demo-1/events", null);
      write("demo-1/operator", ceiling("demo-1"));

      await().until(() -> heard.size() == 4);
      assertThat(heard)
          .extracting(it -> it.value().map(Ceiling::mayPause))
          .containsExactly(
              Optional.of(false), Optional.of(true), Optional.empty(), Optional.of(false));
      assertThat(heard).extracting(CompactedTable.Entry::offset).containsExactly(0L, 1L, 2L, 3L);
      assertThat(table.snapshot()).containsOnlyKeys("demo-1/operator");
    }
  }

  @Test
  void skipsAndCountsWhatItCannotReadAndKeepsTheValueBefore() {
    createTopics();
    List<String> reasons = new CopyOnWriteArrayList<>();
    write("demo-1/events", ceiling("demo-1"));
    writeBytes("demo-1/events", "{\"site\":".getBytes(UTF_8));
    int wrong = (SitePartitioner.partitionOf("demo-1", PARTITIONS) + 1) % PARTITIONS;
    producer.send(
        new ProducerRecord<>(
            Topic.CEILINGS.topicName(),
            wrong,
            "demo-1/events",
            Codecs.CEILING.encode(new Ceiling("demo-1", "events", true, List.of()))));
    producer.flush();

    try (var table = table(listener(reasons))) {
      table.start();

      assertThat(table.caughtUp()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(table.get("demo-1/events")).contains(ceiling("demo-1"));
      assertThat(table.skipped()).isEqualTo(2);
      assertThat(reasons)
          .anyMatch(it -> it.startsWith("ceiling: "))
          .anyMatch(it -> it.contains("is on the wrong partition"));
    }
  }

  @Test
  void goesOnAfterAListenerThatFails() {
    createTopics();
    write("demo-1/events", ceiling("demo-1"));
    write("demo-2/events", ceiling("demo-2"));

    try (var table =
        table(
            entry -> {
              throw new IllegalStateException("a bug of the listener");
            })) {
      table.start();

      assertThat(table.caughtUp()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(table.snapshot()).hasSize(2);
      assertThat(table.skipped()).isEqualTo(2);
    }
  }

  @Test
  void waitsForATopicThatIsNotThereYet() {
    try (var table = table()) {
      table.start();
      createTopics();
      write("demo-1/events", ceiling("demo-1"));

      assertThat(table.caughtUp()).succeedsWithin(Duration.ofSeconds(30));
      await().until(() -> table.get("demo-1/events").isPresent());
    }
  }

  @Test
  void goesOnWhereItWasWhenTheBrokerComesBack() {
    createTopics();
    write("demo-1/events", ceiling("demo-1"));
    try (var table = table()) {
      table.start();
      assertThat(table.caughtUp()).succeedsWithin(Duration.ofSeconds(30));

      kafka.stop();
      kafka.restart();
      write("demo-2/events", ceiling("demo-2"));

      await().atMost(Duration.ofSeconds(60)).until(() -> table.get("demo-2/events").isPresent());
      assertThat(table.get("demo-1/events")).contains(ceiling("demo-1"));
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void closesWithoutABroker() {
    kafka.stop();
    var table = table();
    table.start();

    table.close();

    assertThat(table.ready()).isFalse();
    assertThat(table.caughtUp()).failsWithin(Duration.ZERO);
  }

  @Test
  void refusesATopicThatForgets() {
    assertThatThrownBy(
            () ->
                new CompactedTable<>(
                    Map.of(), Topic.METER_READINGS, Codecs.METER_READING, entry -> {}))
        .hasMessageContaining("headroom.meter-readings is not compacted");
  }

  private CompactedTable<Ceiling> table() {
    return table(heard::add);
  }

  private CompactedTable<Ceiling> table(CompactedTable.Listener<Ceiling> listener) {
    return new CompactedTable<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        Topic.CEILINGS,
        Codecs.CEILING,
        listener);
  }

  private static CompactedTable.Listener<Ceiling> listener(List<String> reasons) {
    return new CompactedTable.Listener<>() {
      @Override
      public void changed(CompactedTable.Entry<Ceiling> entry) {
        assertThat(entry.value()).isPresent();
      }

      @Override
      public void skipped(ConsumerRecord<String, byte[]> record, String reason) {
        reasons.add(reason);
      }
    };
  }

  private void createTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      TopicSetup.ensure(admin, PARTITIONS, (short) 1);
    }
  }

  private void write(String key, @Nullable Ceiling value) {
    writeBytes(key, value == null ? null : Codecs.CEILING.encode(value));
  }

  private void writeBytes(String key, byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(Topic.CEILINGS.topicName(), key, value));
    producer.flush();
  }

  private static Ceiling ceiling(String site) {
    return new Ceiling(site, "events", false, List.of());
  }
}
