package dev.headroom.allocator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.allocator.ownership.Claim;
import dev.headroom.allocator.partition.LeaseTerms;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topology on one partition, its time and its ownership in our hands. */
@SuppressWarnings("NullAway.Init") // set up before each test
class AllocatorTopologyTest {

  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private final AtomicLong passedMillis = new AtomicLong();
  private final Workshop workshop =
      new Workshop(
          1,
          partition -> CompletableFuture.completedFuture(new Claim(partition, 5, Map.of())),
          new LeaseTerms("test", Duration.ofSeconds(10), Duration.ofSeconds(1)),
          Duration.ofMillis(200),
          new AllocatorMetrics(new SimpleMeterRegistry(), 10, false),
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
  void theNodesKeepTheirNames() {
    assertThat(AllocatorTopology.of(workshop).describe().toString())
        .isEqualToIgnoringWhitespace(
            """
            Topologies:
               Sub-topology: 0
                Source: ceilings (topics: [headroom.ceilings])
                  --> allocate, mirror-ceilings
                Source: evse-states (topics: [headroom.evse-states])
                  --> allocate, mirror-evse-states
                Source: sites (topics: [headroom.sites])
                  --> allocate, mirror-sites
                Source: meter-readings (topics: [headroom.meter-readings])
                  --> allocate
                Source: site-proposals (topics: [headroom.site-proposals])
                  --> allocate
                Processor: allocate (stores: [sites-store, evse-states-store, ceilings-store])
                  --> accepted-sites, dead-letters, limits
                  <-- sites, evse-states, ceilings, site-proposals, meter-readings
                Sink: accepted-sites (topic: headroom.sites)
                  <-- allocate
                Sink: dead-letters (topic: headroom.dead-letters)
                  <-- allocate
                Sink: limits (topic: headroom.limits)
                  <-- allocate
                Processor: mirror-ceilings (stores: [ceilings-store])
                  --> none
                  <-- ceilings
                Processor: mirror-evse-states (stores: [evse-states-store])
                  --> none
                  <-- evse-states
                Processor: mirror-sites (stores: [sites-store])
                  --> none
                  <-- sites
            """);
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

    var letters =
        driver
            .createOutputTopic(
                Topic.DEAD_LETTERS.topicName(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())
            .readValuesToList()
            .stream()
            .map(Codecs.DEAD_LETTER::decode)
            .toList();
    assertThat(letters).hasSize(5);
    assertThat(letters).allSatisfy(letter -> assertThat(letter.reason()).isNotBlank());
    assertThat(letters).extracting(DeadLetter::topic).doesNotHaveDuplicates();
    assertThat(limits()).anyMatch(LimitsRecord.SiteLimits.class::isInstance);
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
