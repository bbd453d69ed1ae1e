package dev.headroom.gateway.linkcut;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.linkcut.Outcome;
import dev.headroom.gateway.core.linkcut.Readiness;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.model.KnownModels;
import dev.headroom.gateway.problem.Refused;
import dev.headroom.gateway.station.ConnectedStations;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tests under way on this gateway, and what counts of those on record: which models and firmware
 * are proven, and which are not any more (S10).
 */
@ApplicationScoped
public class LinkCutTests {

  private static final Logger LOG = Logger.getLogger(LinkCutTests.class);
  private static final long LOOK_MILLIS = 500;
  private static final long RECALL_MILLIS = 30_000;

  /** Meter values of this many periods are listened to before anything is written again. */
  private static final int PERIODS = 3;

  private final LinkCutRecords records;
  private final ConnectedStations stations;
  private final KnownModels models;
  private final Vertx vertx;
  private final GatewayConfig config;
  private final Map<String, RunningTest> running = new ConcurrentHashMap<>();
  private final Map<StationIdentity, LinkCutRecord> own = new ConcurrentHashMap<>();
  private volatile List<LinkCutRecord> recorded = List.of();

  LinkCutTests(
      LinkCutRecords records,
      ConnectedStations stations,
      KnownModels models,
      Vertx vertx,
      GatewayConfig config) {
    this.records = records;
    this.stations = stations;
    this.models = models;
    this.vertx = vertx;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(LOOK_MILLIS, timer -> conclude(Instant.now()));
    vertx.setPeriodic(LOOK_MILLIS, RECALL_MILLIS, timer -> recall());
  }

  /** Whether this station is kept out now. */
  public boolean keepsOut(String station, Instant now) {
    RunningTest test = running.get(station);
    return test != null && now.isBefore(test.refusedUntil());
  }

  /** The station opens a socket: until when it is only to be listened to, if it is under test. */
  public Optional<Instant> observedUntil(String station, Instant now) {
    return Optional.ofNullable(running.get(station)).map(test -> test.back(now));
  }

  /** The station booted. */
  public void booted(String station) {
    Optional.ofNullable(running.get(station)).ifPresent(RunningTest::booted);
  }

  /** An EVSE's meter was read. */
  public void saw(String station, Effect.Sampled sample) {
    Optional.ofNullable(running.get(station)).ifPresent(test -> test.saw(sample));
  }

  /** Those of a station, the latest first. */
  CompletionStage<List<LinkCutRecord>> of(String station) {
    return records
        .ofStation(station)
        .thenApply(
            ended ->
                Optional.ofNullable(running.get(station))
                    .map(RunningTest::underWay)
                    .map(now -> Stream.concat(Stream.of(now), ended.stream()).toList())
                    .orElse(ended));
  }

  /** Cuts the link of a station that charges. */
  CompletionStage<LinkCutRecord> begin(String station, LinkCutResource.Order order) {
    return stations
        .readiness(station)
        .thenApply(
            ready ->
                switch (ready) {
                  case Readiness.NotReady(String remedy) -> throw Refused.conflict(remedy);
                  case Readiness.Ready it -> begin(station, order, it);
                });
  }

  private LinkCutRecord begin(String station, LinkCutResource.Order order, Readiness.Ready ready) {
    Duration settle = models.of(ready.identity()).settle().orElse(config.settle());
    RunningTest test =
        new RunningTest(
            station,
            ready.identity(),
            order,
            ready.expectations(),
            settle.plus(config.clockMargin()),
            config.meterPeriod().multipliedBy(PERIODS),
            Instant.now());
    if (running.putIfAbsent(station, test) != null) {
      throw Refused.conflict("a link-cut test of '" + station + "' runs already; wait for its end");
    }
    LOG.infof("link-cut test of %s, ordered by %s", station, order.by().orElse(""));
    stations.cut(station);
    return test.underWay();
  }

  private void conclude(Instant now) {
    running.forEach(
        (station, test) ->
            test.concluded(now)
                .ifPresent(
                    record -> {
                      running.remove(station, test);
                      LOG.infof(
                          "link-cut test of %s: %s, %s",
                          station, record.outcome().orElseThrow(), record.evidence());
                      counts(record);
                      records
                          .keep(record)
                          .whenComplete(
                              (kept, failure) -> {
                                if (failure != null) {
                                  LOG.errorf(failure, "the test of %s is not on record", station);
                                }
                              });
                    }));
  }

  /** A failure counts in any case, a pass with its power cycle alone. */
  private void counts(LinkCutRecord test) {
    Outcome outcome = test.outcome().orElseThrow();
    if (outcome == Outcome.FAILED || (outcome == Outcome.PASSED && test.powerCycled())) {
      own.put(test.identity(), test);
      recall();
    }
  }

  /** What this gateway saw itself counts at once, and while the database is away. */
  private void recall() {
    records
        .thatCount()
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                recorded = found;
              } else {
                LOG.debugf("the link-cut tests cannot be recalled: %s", failure);
              }
              learn();
            });
  }

  private void learn() {
    Map<StationIdentity, LinkCutRecord> latest = new HashMap<>(own);
    recorded.forEach(
        test ->
            latest.merge(
                test.identity(),
                test,
                (one, other) ->
                    other.endedAt().orElseThrow().isBefore(one.endedAt().orElseThrow())
                        ? one
                        : other));
    Map<StationIdentity, Boolean> passed = new HashMap<>();
    latest.forEach(
        (identity, test) ->
            passed.put(identity, test.outcome().filter(Outcome.PASSED::equals).isPresent()));
    if (models.tested(passed)) {
      stations.modelsChanged();
    }
  }
}
