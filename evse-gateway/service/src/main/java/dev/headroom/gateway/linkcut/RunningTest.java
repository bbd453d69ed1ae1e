package dev.headroom.gateway.linkcut;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.linkcut.Expectation;
import dev.headroom.gateway.core.linkcut.LinkCutTrial;
import dev.headroom.gateway.core.linkcut.Outcome;
import dev.headroom.gateway.core.linkcut.Verdict;
import dev.headroom.gateway.core.session.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One test under way. Safe for use by several threads. */
final class RunningTest {

  /** A charger that is not back by then has shown nothing. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final String station;
  private final StationIdentity identity;
  private final String by;
  private final boolean powerCycleStated;
  private final Instant startedAt;
  private final Instant refusedUntil;
  private final Duration observation;
  private final List<Expectation> expectations;
  private final LinkCutTrial trial;
  private Optional<Instant> backAt = Optional.empty();
  private boolean booted;

  /**
   * @param grace after a fall is due, until it must be seen
   * @param observation for how long a charger that is back is only listened to
   */
  RunningTest(
      String station,
      StationIdentity identity,
      LinkCutResource.Order order,
      List<Expectation> expectations,
      Duration grace,
      Duration observation,
      Instant now) {
    this.station = station;
    this.identity = identity;
    this.by = order.by().orElseThrow();
    this.powerCycleStated = order.powerCycle().orElse(false);
    this.startedAt = now;
    this.expectations = expectations;
    this.trial = new LinkCutTrial(now, grace, expectations);
    this.observation = observation;
    this.refusedUntil = trial.fallenBy().plus(observation);
  }

  /** Until when its station is not let in. */
  Instant refusedUntil() {
    return refusedUntil;
  }

  /** The station is back: until when it is only listened to. */
  synchronized Instant back(Instant now) {
    backAt = backAt.or(() -> Optional.of(now));
    return backAt.get().plus(observation);
  }

  synchronized void booted() {
    booted = booted || backAt.isPresent();
  }

  synchronized void saw(Effect.Sampled sample) {
    sample
        .milliamps()
        .ifPresent(milliamps -> trial.sampled(sample.evseId(), milliamps, sample.at()));
    sample
        .wattHours()
        .ifPresent(wattHours -> trial.registered(sample.evseId(), wattHours, sample.at()));
  }

  /** What came of it, once that is certain or there is nothing more to wait for. */
  synchronized Optional<LinkCutRecord> concluded(Instant now) {
    boolean over =
        backAt
            .map(at -> !now.isBefore(at.plus(observation)))
            .orElse(now.isAfter(refusedUntil.plus(PATIENCE)));
    if (!over && (backAt.isEmpty() || trial.failure().isEmpty())) {
      return Optional.empty();
    }
    Verdict verdict =
        backAt.isPresent()
            ? trial.verdict()
            : new Verdict(Outcome.INCONCLUSIVE, "the station did not come back");
    return Optional.of(record(Optional.of(verdict), Optional.of(now)));
  }

  synchronized LinkCutRecord underWay() {
    return record(Optional.empty(), Optional.empty());
  }

  private LinkCutRecord record(Optional<Verdict> verdict, Optional<Instant> endedAt) {
    return new LinkCutRecord(
        station,
        identity.vendor(),
        identity.model(),
        identity.firmware(),
        expectations.stream().map(Expectation::evse).sorted().collect(Collectors.joining(", ")),
        startedAt,
        endedAt,
        by,
        powerCycleStated && booted,
        verdict.map(Verdict::outcome),
        verdict.map(Verdict::evidence).orElse("the station is kept out until " + refusedUntil));
  }
}
