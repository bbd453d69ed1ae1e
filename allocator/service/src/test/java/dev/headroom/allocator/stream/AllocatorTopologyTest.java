package dev.headroom.allocator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.allocator.partition.LeaseTerms;
import dev.headroom.allocator.watch.Pulses;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.attention.Attention;
import dev.headroom.core.site.Control;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topology on one partition, its time and its ownership in our hands. */
@SuppressWarnings("NullAway.Init") // set up before each test
class AllocatorTopologyTest {

  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private final AtomicLong passedMillis = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Workshop workshop =
      new Workshop(
          new Workshop.Layout(1, (short) 1),
          partition -> CompletableFuture.completedFuture(new Claim(partition, 5, Map.of())),
          (partition, since) -> CompletableFuture.completedFuture(Set.of()),
          new LeaseTerms("test", Duration.ofSeconds(10), Duration.ofSeconds(1)),
          Duration.ofMillis(200),
          new AllocatorMetrics(registry, 10, false),
          new Pulses(),
          OpenTelemetry.noop().getTracer("test"),
          this::now);
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    driver = new TopologyTestDriver(AllocatorTopology.of(workshop), settings, START);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void theNodesKeepTheirNames() throws IOException {
    assertThat(AllocatorTopology.of(workshop).describe().toString().strip())
        .isEqualToNormalizingNewlines(golden());
  }

  /** Another topology wants another {@link AllocatorTopology#VERSION}. */
  private static String golden() throws IOException {
    String name = "topology-" + AllocatorTopology.VERSION + ".txt";
    try (var file = AllocatorTopologyTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8).strip();
    }
  }

  @Test
  void aDefinedSiteIsAllocatedAndThePartitionLeased() {
    define("oak");
    send(
        Topic.METER_READINGS,
        "oak/main",
        Codecs.METER_READING.encode(Fixtures.reading("oak", 5000, now())));
    passes(Duration.ofSeconds(3));

    List<LimitsRecord> limits = limits();
    assertThat(limits).anyMatch(LimitsRecord.SiteLimits.class::isInstance);
    assertThat(limits).filteredOn(LimitsRecord.OwnerLease.class::isInstance).hasSizeGreaterThan(2);
  }

  @Test
  void poisonInEveryTopicIsDeadLetteredAndTheTaskGoesOn() {
    for (Topic topic :
        List.of(
            Topic.SITE_PROPOSALS,
            Topic.SITES,
            Topic.METER_READINGS,
            Topic.EVSE_STATES,
            Topic.CEILINGS)) {
      send(topic, "oak", "poison".getBytes(UTF_8));
    }
    define("elm");
    passes(Duration.ofSeconds(3));

    List<DeadLetter> letters = deadLetters();
    assertThat(letters).hasSize(5);
    assertThat(letters).allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
    assertThat(letters).extracting(DeadLetter::topic).doesNotHaveDuplicates();
    assertThat(limits()).anyMatch(LimitsRecord.SiteLimits.class::isInstance);
  }

  @Test
  void aControlStateThatCannotBeReadIsDeadLetteredAndItsSiteBeginsAnew() {
    control().put(key("oak"), "poison".getBytes(UTF_8));
    control().put(key("elm"), "{\"version\": 99}".getBytes(UTF_8));
    define("oak");
    define("elm");
    passes(Duration.ofSeconds(3));

    assertThat(deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.topic()).isEqualTo("control-state");
              assertThat(letter.key()).hasValue("oak");
              assertThat(letter.reason()).startsWith("control state: ");
            });
    assertThat(
            registry.get("headroom.dead.letters").tag("topic", "control-state").counter().count())
        .isEqualTo(1);
    for (String site : List.of("oak", "elm")) {
      ControlRecord anew = Codecs.CONTROL_STATE.decode(control().get(key(site)));
      assertThat(anew.epoch()).as("ours").isEqualTo(5);
    }
  }

  @Test
  void aWindowThatIsOverIsToldInItsTopic() {
    define("oak");
    Duration told = Control.STALE_AFTER.plus(Attention.AT_REST).plusSeconds(1);
    passes(Duration.ofMinutes(15).plus(told));

    var records =
        driver
            .createOutputTopic(
                Topic.DEMAND.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList();
    assertThat(records).hasSize(1);
    DemandRecord window = Codecs.DEMAND.decode(records.getFirst().getValue());
    assertThat(records.getFirst().getKey()).isEqualTo("oak/service");
    assertThat(window.window().missing()).isEqualTo(Duration.ofMinutes(15));
    assertThat(new String(records.getFirst().getHeaders().lastHeader("ce_id").value(), UTF_8))
        .isEqualTo("oak/service/2026-06-01T12:00:00Z/PT15M");
  }

  private KeyValueStore<Bytes, byte[]> control() {
    return driver.getKeyValueStore("control-state");
  }

  private static Bytes key(String site) {
    return Bytes.wrap(site.getBytes(UTF_8));
  }

  private List<DeadLetter> deadLetters() {
    return driver
        .createOutputTopic(
            Topic.DEAD_LETTERS.topicName(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(Codecs.DEAD_LETTER::decode)
        .toList();
  }

  private Instant now() {
    return START.plusMillis(passedMillis.get());
  }

  private void define(String site) {
    send(
        Topic.SITES,
        site,
        Codecs.SITE.encode(
            new SiteRecord(site, 1, Optional.of(Fixtures.document(site)), Optional.empty())));
  }

  private void send(Topic topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  private void passes(Duration time) {
    for (long tick = 0; tick < time.toMillis(); tick += 200) {
      passedMillis.addAndGet(200);
      driver.advanceWallClockTime(Duration.ofMillis(200));
    }
  }

  private List<LimitsRecord> limits() {
    return driver
        .createOutputTopic(
            Topic.LIMITS.topicName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(Codecs.LIMITS::decode)
        .toList();
  }
}
