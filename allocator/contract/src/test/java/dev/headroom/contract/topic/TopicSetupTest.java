package dev.headroom.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.embedded.EmbeddedKafka;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

  private EmbeddedKafka kafka;
  private Admin admin;

  @BeforeEach
  void startABroker() {
    kafka = EmbeddedKafka.start();
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  @AfterEach
  void stopTheBroker() {
    admin.close();
    kafka.close();
  }

  @Test
  void createsEveryTopicWithItsPartitionsAndItsCleanup() throws Exception {
    TopicSetup.ensure(admin, 8, (short) 1);

    List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
    assertThat(admin.describeTopics(names).allTopicNames().get().values())
        .hasSize(Topic.values().length)
        .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(8));
    assertThat(config("headroom.limits"))
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("segment.ms", "600000")
        .containsEntry("min.cleanable.dirty.ratio", "0.1")
        .containsEntry("max.compaction.lag.ms", "600000");
    assertThat(config("headroom.meter-readings"))
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "3600000");
    assertThat(config("headroom.site-proposals")).containsEntry("retention.ms", "604800000");
    assertThat(config("headroom.demand")).containsEntry("retention.ms", "3024000000");
    assertThat(config("headroom.sites")).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void fourServicesThatStartTogetherAllSucceed() {
    var starts =
        Stream.generate(() -> CompletableFuture.runAsync(this::ensureFromAnotherService))
            .limit(4)
            .toArray(CompletableFuture[]::new);

    assertThat(CompletableFuture.allOf(starts)).succeedsWithin(Duration.ofSeconds(60));
  }

  private void ensureFromAnotherService() {
    try (Admin own = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      TopicSetup.ensure(own, 4, (short) 1);
    }
  }

  @Test
  void refusesATopicWithAnotherNumberOfPartitions() throws Exception {
    admin.createTopics(Set.of(new NewTopic("headroom.limits", 3, (short) 1))).all().get();

    assertThatThrownBy(() -> TopicSetup.ensure(admin, 8, (short) 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("topic headroom.limits has 3 partitions where 8 are configured")
        .hasMessageContaining("headroom.topics.partitions");
  }

  @Test
  void saysThatThereAreTooFewBrokersForTheCopies() {
    assertThatThrownBy(() -> TopicSetup.ensure(admin, 8, (short) 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("topics cannot be set up")
        .hasMessageContaining("replicate");
  }

  @Test
  void saysThatNoBrokerAnswers() {
    kafka.stop();
    var config =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "request.timeout.ms", 500,
            "default.api.timeout.ms", 1000);
    try (Admin impatient = Admin.create(config)) {
      assertThatThrownBy(() -> TopicSetup.ensure(impatient, 8, (short) 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("topics cannot be set up");
    }
  }

  private Map<String, String> config(String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(Set.of(resource)).all().get().values().stream()
        .flatMap(config -> config.entries().stream())
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }
}
