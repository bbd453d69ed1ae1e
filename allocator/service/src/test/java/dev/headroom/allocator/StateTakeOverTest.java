package dev.headroom.allocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.demand.Slices;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.turn.Turn;
import dev.headroom.embedded.EmbeddedKafka;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What control has found out outlives its owner: a real broker, processes that are killed. Their
 * clocks are ahead, so that a quarter of an hour ends while they run: the first one has all the
 * time it needs before that, then minutes pass unwatched, and it ends soon after the second has
 * begun.
 */
@SuppressWarnings("NullAway.Init") // set up before each test
class StateTakeOverTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration NOW_AND_THEN = Duration.ofMillis(300);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration FIRST_UNTIL_THE_END = Duration.ofMinutes(8);
  private static final Duration LATER_UNTIL_THE_END = Duration.ofSeconds(6);
  private static final String CHANGELOG = "headroom-allocator-2-control-state-changelog";

  private static final SiteDocument OAK =
      Fixtures.parse(
          Fixtures.yaml("oak")
              .replace(
                  "{raiseDelay: 1s}",
                  "{raiseDelay: 1s, demandCap: {kilowatts: 20, window: 15m,"
                      + " burstKilowatts: 40}}"));

  private final Instant windowEnds = endOfThisWindow();
  private volatile Duration ahead = aheadSoThatItEndsAfter(FIRST_UNTIL_THE_END);
  private final ScheduledExecutorService world = Executors.newSingleThreadScheduledExecutor();
  private EmbeddedKafka kafka;
  private Wire wire;

  private static Instant endOfThisWindow() {
    long window = QUARTER.toMillis();
    long now = Instant.now().plus(FIRST_UNTIL_THE_END).toEpochMilli();
    return Instant.ofEpochMilli((now / window + 1) * window);
  }

  private Duration aheadSoThatItEndsAfter(Duration time) {
    return Duration.between(Instant.now().plus(time), windowEnds);
  }

  @BeforeEach
  void start() {
    kafka = EmbeddedKafka.start();
    wire = new Wire(kafka.bootstrapServers());
  }

  @AfterEach
  void stop() {
    world.shutdownNow();
    wire.close();
    kafka.close();
  }

  private String clock() {
    return Instance.CLOCK_AHEAD + "=" + ahead;
  }

  private Allocator here(String name) {
    return Instance.here(
        name, kafka.bootstrapServers(), Map.of(Instance.CLOCK_AHEAD, ahead.toString()));
  }

  @Test
  void turnsAndEnergySurviveAKillAndAWindowIsToldOnce() throws IOException {
    Process first = Instance.apart("first", kafka.bootstrapServers(), clock());
    try {
      await().atMost(SOON).until(() -> topicsAreThere());
      propose();
      world.scheduleWithFixedDelay(this::live, 0, 300, TimeUnit.MILLISECONDS);
      await("both vehicles take turns, and energy is watched")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(() -> kept().filter(StateTakeOverTest::isWhole).isPresent());
    } finally {
      first.destroyForcibly();
    }
    ControlRecord before = kept().orElseThrow();

    ahead = aheadSoThatItEndsAfter(LATER_UNTIL_THE_END);
    Allocator second = here("second");
    try {
      await("the next owner keeps it on")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(() -> kept().orElseThrow().epoch() > before.epoch());
      ControlRecord after = kept().orElseThrow();
      assertThat(arrivals(after)).isEqualTo(arrivals(before));
      NavigableMap<Instant, Long> kept = energy(after);
      NavigableMap<Instant, Long> watched = energy(before).tailMap(kept.firstKey(), true);
      assertThat(kept).containsAllEntriesOf(watched.headMap(watched.lastKey(), false));
      await("the window is told")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(() -> !told().isEmpty());
    } finally {
      second.close();
    }
    // Most likely it closed before it could keep that the window is over: then it ends once more.

    try (Allocator third = here("third")) {
      await("the next window goes on")
          .atMost(SOON)
          .pollInterval(NOW_AND_THEN)
          .until(
              () -> kept().orElseThrow().state().metered().orElseThrow().start(),
              windowEnds::equals);
      assertThat(third.ready()).isTrue();
    }
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().window().end()).isEqualTo(windowEnds);
    assertThat(told().getFirst().window().missing()).isPositive();
  }

  private boolean topicsAreThere() {
    return wire.exists(Topic.DEAD_LETTERS.topicName());
  }

  private static boolean isWhole(ControlRecord record) {
    return arrivals(record).size() == 2
        && record.state().memory().demand().window().isPresent()
        && record.state().metered().isPresent();
  }

  /**
   * Since when each has waited for its turn, or had before it got it. Until the meter is heard the
   * next owner counts the worst for the base load and may take turns away: into the same place.
   */
  private static Map<String, Instant> arrivals(ControlRecord record) {
    Map<String, Instant> arrivals = new TreeMap<>();
    record
        .state()
        .memory()
        .evses()
        .forEach(
            (evse, its) -> its.turn().ifPresent(turn -> arrivals.put(evse, arrival(turn.place()))));
    return arrivals;
  }

  private static Instant arrival(Turn.Place place) {
    return switch (place) {
      case Turn.Place.Waits(Instant since) -> since;
      case Turn.Place.Has(Instant _, Instant waitedSince) -> waitedSince;
    };
  }

  /** By slice; the last is still open. */
  private static NavigableMap<Instant, Long> energy(ControlRecord record) {
    Slices slices = record.state().memory().demand().window().orElseThrow().slices();
    NavigableMap<Instant, Long> energy = new TreeMap<>();
    for (long millijoules : slices.millijoules()) {
      energy.put(slices.start().plus(slices.length().multipliedBy(energy.size())), millijoules);
    }
    return energy;
  }

  /** What the changelog says of oak. */
  private Optional<ControlRecord> kept() {
    return wire.exists(CHANGELOG)
        ? wire.all(CHANGELOG).stream()
            .filter(record -> new String(record.key(), UTF_8).equals("oak"))
            .map(record -> Codecs.CONTROL_STATE.decode(record.value()))
            .reduce((before, after) -> after)
        : Optional.empty();
  }

  private List<DemandRecord> told() {
    return wire.all(Topic.DEMAND).stream()
        .map(record -> Codecs.DEMAND.decode(record.value()))
        .toList();
  }

  private void propose() {
    wire.send(
        Topic.SITE_PROPOSALS,
        "oak",
        Codecs.SITE_PROPOSAL.encode(
            new SiteProposal(
                "proposal",
                "oak",
                OptionalLong.empty(),
                Optional.of(OAK.definition()),
                OAK.contentHash(),
                "test",
                false,
                now())));
  }

  private Instant now() {
    return Instant.now().plus(ahead);
  }

  /** Both vehicles draw what they were told last; the meter sees them and 20 A beside. */
  private void live() {
    Optional<Allocation> last = newest();
    Revision revision = last.map(Allocation::revision).orElse(new Revision(0, 0));
    int all = 20_000;
    for (String evse : List.of("left", "right")) {
      int limit = last.flatMap(it -> it.limitOf(evse)).map(it -> it.limitMilliamps()).orElse(0);
      all += limit;
      wire.send(Fixtures.following("oak", evse, limit, revision, now()));
    }
    wire.send(Fixtures.reading("oak", all, now()));
  }

  private Optional<Allocation> newest() {
    return wire.all(Topic.LIMITS).stream()
        .filter(record -> record.value() != null)
        .map(record -> Codecs.LIMITS.decode(record.value()))
        .filter(LimitsRecord.SiteLimits.class::isInstance)
        .map(value -> ((LimitsRecord.SiteLimits) value).allocation())
        .reduce((before, after) -> after);
  }
}
