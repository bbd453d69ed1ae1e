package dev.headroom.allocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Revision;
import dev.headroom.embedded.EmbeddedKafka;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set up before each test
class TakeOverTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration NOW_AND_THEN = Duration.ofMillis(400);
  private static final int OAK = SitePartitioner.partitionOf("oak", Instance.PARTITIONS);

  private EmbeddedKafka kafka;
  private Wire wire;

  @BeforeEach
  void start() {
    kafka = EmbeddedKafka.start();
    wire = new Wire(kafka.bootstrapServers());
  }

  @AfterEach
  void stop() {
    wire.close();
    kafka.close();
  }

  /** S7, and S1 at take-over. */
  @Test
  void afterAKillAnotherTakesOverInAHigherEpochAndRaisesNothingUnacknowledged() throws IOException {
    Process first = Instance.apart("first", kafka.bootstrapServers());
    Process second = Instance.apart("second", kafka.bootstrapServers());
    try {
      await().atMost(SOON).until(() -> owners(Set.of("first", "second")));
      propose(Fixtures.document("oak"));
      await().atMost(SOON).until(() -> newest().isPresent());
      await("a nearly full service leaves little")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(
              () -> {
                report(70_000, newest().orElseThrow().revision());
                return left(newest().orElseThrow()) <= 12_000;
              });
      Allocation before = newest().orElseThrow();

      (ownerOfOak().instance().equals("first") ? first : second).destroyForcibly();
      await("another issues oak's limits, with the service nearly empty")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(
              () -> {
                report(12_000, before.revision());
                return since(before).findAny().isPresent();
              });
      await("not acknowledged here, it does not rise, for all the room there is")
          .during(Duration.ofSeconds(5))
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(
              () -> {
                report(12_000, before.revision());
                return since(before).allMatch(later -> left(later) <= left(before));
              });

      assertThat(since(before).map(Allocation::revision).map(Revision::epoch).distinct())
          .hasSize(1);
      await("acknowledged here, it may rise")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(
              () -> {
                report(12_000, newest().orElseThrow().revision());
                return left(newest().orElseThrow()) > left(before);
              });
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "classic"})
  void whoClosesHandsItsPartitionsOver(String protocol) {
    Map<String, String> settings = Map.of("headroom.allocator.group-protocol", protocol);
    Allocator first = Instance.here("first", kafka.bootstrapServers(), settings);
    try (Allocator second = Instance.here("second", kafka.bootstrapServers(), settings)) {
      await().atMost(SOON).until(() -> owners(Set.of("first", "second")));
      propose(Fixtures.document("oak"));
      await().atMost(SOON).until(() -> newest().isPresent());
      Map<Integer, Long> epochs = epochs();

      first.close();

      await().atMost(SOON).until(() -> owners(Set.of("second")));
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(
                          second.limits().of("oak").orElseThrow().allocation().revision().epoch())
                      .isEqualTo(epochs().get(OAK)));
      assertThat(epochs())
          .allSatisfy(
              (partition, epoch) ->
                  assertThat(epoch).isGreaterThanOrEqualTo(epochs.get(partition)));
    } finally {
      first.close();
    }
  }

  @Test
  void limitsAndLeasesCarryCloudEventAttributes() {
    try (Allocator only = Instance.here("only", kafka.bootstrapServers(), Map.of())) {
      await().atMost(SOON).until(() -> owners(Set.of("only")));
      assertThat(only.ready()).isTrue();
      assertThat(wire.all(Topic.LIMITS))
          .allSatisfy(
              record ->
                  assertThat(Stream.of(record.headers().toArray()).map(Header::key))
                      .contains("ce_id", "ce_source", "ce_type", "ce_specversion", "ce_time"));
    }
  }

  @Test
  void anotherNumberOfPartitionsRefusesToStart() {
    Instance.here("first", kafka.bootstrapServers(), Map.of()).close();

    assertThatThrownBy(
            () ->
                Instance.here(
                    "second", kafka.bootstrapServers(), Map.of("headroom.topics.partitions", "6")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("4 partitions where 6 are configured");
  }

  /** What a stream's id carries, or it would be believed of topics that are others by now. */
  @Test
  void topicsThatAreMadeAnewHaveAnotherMark() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      TopicSetup.ensure(admin, Instance.PARTITIONS, (short) 1);
      String mark = TopicMark.of(admin, Topic.LIMITS, Topic.EVSE_STATES);
      assertThat(TopicMark.of(admin, Topic.LIMITS, Topic.EVSE_STATES)).isEqualTo(mark);

      admin.deleteTopics(List.of(Topic.EVSE_STATES.topicName())).all().get();
      await()
          .atMost(SOON)
          .until(() -> !admin.listTopics().names().get().contains("headroom.evse-states"));
      TopicSetup.ensure(admin, Instance.PARTITIONS, (short) 1);
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> !TopicMark.of(admin, Topic.LIMITS, Topic.EVSE_STATES).equals(mark));
    }
  }

  private void propose(SiteDocument document) {
    String site = document.site().name();
    wire.send(
        Topic.SITE_PROPOSALS,
        site,
        Codecs.SITE_PROPOSAL.encode(
            new SiteProposal(
                "proposal",
                site,
                OptionalLong.empty(),
                Optional.of(document.definition()),
                document.contentHash(),
                "test",
                false,
                Instant.now())));
  }

  /** The vehicle at oak's left EVSE draws what was acknowledged at this revision. */
  private void report(int baseMilliamps, Revision acknowledged) {
    Instant now = Instant.now();
    int draws =
        allocations().stream()
            .filter(one -> one.revision().equals(acknowledged))
            .mapToInt(TakeOverTest::left)
            .findFirst()
            .orElseThrow();
    wire.send(Fixtures.following("oak", "left", draws, acknowledged, now));
    wire.send(Fixtures.reading("oak", baseMilliamps + draws, now));
  }

  private List<Allocation> allocations() {
    return wire.all(Topic.LIMITS).stream()
        .filter(record -> record.partition() == OAK && record.value() != null)
        .map(record -> Codecs.LIMITS.decode(record.value()))
        .filter(LimitsRecord.SiteLimits.class::isInstance)
        .map(value -> ((LimitsRecord.SiteLimits) value).allocation())
        .toList();
  }

  private Optional<Allocation> newest() {
    return allocations().stream().reduce((before, after) -> after);
  }

  private Stream<Allocation> since(Allocation before) {
    return allocations().stream().filter(one -> one.revision().epoch() > before.revision().epoch());
  }

  private static int left(Allocation allocation) {
    return allocation.limitOf("left").orElseThrow().limitMilliamps();
  }

  private Optional<LimitsRecord.OwnerLease> ownerOf(int partition) {
    return wire.all(Topic.LIMITS).stream()
        .filter(record -> new String(record.key(), UTF_8).equals(Keys.owner(partition)))
        .map(record -> (LimitsRecord.OwnerLease) Codecs.LIMITS.decode(record.value()))
        .filter(lease -> lease.epoch().isPresent())
        .reduce(
            (before, after) ->
                after.epoch().getAsLong() >= before.epoch().getAsLong() ? after : before);
  }

  private LimitsRecord.OwnerLease ownerOfOak() {
    return ownerOf(OAK).orElseThrow();
  }

  /** Whether every partition is owned, by exactly these together. */
  private boolean owners(Set<String> instances) {
    return IntStream.range(0, Instance.PARTITIONS)
            .allMatch(partition -> ownerOf(partition).isPresent())
        && IntStream.range(0, Instance.PARTITIONS)
            .mapToObj(partition -> ownerOf(partition).orElseThrow().instance())
            .collect(Collectors.toSet())
            .equals(instances);
  }

  private Map<Integer, Long> epochs() {
    return IntStream.range(0, Instance.PARTITIONS)
        .boxed()
        .collect(
            Collectors.toMap(
                partition -> partition,
                partition -> ownerOf(partition).orElseThrow().epoch().getAsLong()));
  }
}
