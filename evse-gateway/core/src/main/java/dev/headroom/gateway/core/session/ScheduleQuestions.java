package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.control.Evidence.Scheduled;
import dev.headroom.gateway.core.control.ScheduleCheck;
import dev.headroom.gateway.core.dialect.Errand;
import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.metric.GatewayEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Asks a charger which schedule it is going to follow where it neither measures current nor tells
 * what it offers: some time after a limit has had its settle time, seldom, and not together with
 * others. One that does not answer is not asked again before it boots.
 */
final class ScheduleQuestions {

  /** What was changed, or was not followed, is asked for again after this. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** What has been told as it was set is asked for again after this. */
  private static final Duration SELDOM = Duration.ofMinutes(5);

  private record Asked(Instant at, boolean asSet) {}

  private final Station station;
  private final SessionSettings settings;
  private final Outbox outbox;
  private final SplittableRandom chances;
  private final Map<Integer, Asked> asked = new HashMap<>();
  private final Map<Integer, Duration> jitter = new HashMap<>();
  private boolean givenUp;

  ScheduleQuestions(String stationId, Station station, SessionSettings settings, Outbox outbox) {
    this.station = station;
    this.settings = settings;
    this.outbox = outbox;
    this.chances = new SplittableRandom(stationId.hashCode());
  }

  /** It may have learned to answer. */
  void booted() {
    givenUp = false;
    asked.clear();
  }

  /** Whether it may still answer, as far as is known. */
  boolean mayBeAsked() {
    return !givenUp && station.traits().tellsSchedule().orElse(true);
  }

  /** The question that is due, if the pace of all allows it. */
  Optional<Errand> due(Instant now) {
    if (!mayBeAsked()) {
      return Optional.empty();
    }
    List<TrackedEvse> due = new ArrayList<>();
    for (TrackedEvse evse : station.evses()) {
      if (dueAt(evse, now).filter(at -> !now.isBefore(at)).isPresent()) {
        due.add(evse);
      }
    }
    return due.stream()
        .min(Comparator.comparing(evse -> lastAsked(evse.evseId())))
        .flatMap(evse -> evse.scheduleCheck().map(check -> ask(evse, check, now)))
        .filter(question -> settings.schedulePace().allows(now));
  }

  private static Errand ask(TrackedEvse evse, ScheduleCheck check, Instant now) {
    return new Errand.AskSchedule(evse.evseId(), check.ahead(now), check.profile().unit());
  }

  /** It has been asked. */
  void sent(int evseId, Instant now) {
    asked.put(evseId, new Asked(now, false));
    jitter.put(evseId, nextJitter());
  }

  /** What came of it. */
  void ended(int evseId, Outcome outcome, Instant now) {
    if (!(outcome instanceof Outcome.Scheduled(var told))) {
      giveUp();
      return;
    }
    Optional<TrackedEvse> evse = station.evse(evseId);
    // Since it was asked no other limit was written: one call at a time.
    evse.filter(it -> it.limits().toBeAskedSince(now).isPresent())
        .flatMap(it -> it.scheduleCheck())
        .ifPresent(
            check ->
                check
                    .judge(told, now)
                    .ifPresentOrElse(said -> heard(evse.orElseThrow(), said, now), this::giveUp));
  }

  private void giveUp() {
    givenUp = true;
    outbox.count(GatewayEvent.SCHEDULE_NOT_TOLD);
  }

  private void heard(TrackedEvse evse, Scheduled said, Instant now) {
    if (said.tail() == Scheduled.Tail.MISSING) {
      outbox.count(GatewayEvent.TAIL_NOT_SCHEDULED);
    }
    if (evse.limits().weigh(said, now)) {
      outbox.count(GatewayEvent.SCHEDULES_MORE);
    }
    asked.computeIfPresent(
        evse.evseId(), (id, last) -> new Asked(last.at(), !evse.limits().disobeys()));
  }

  /** When the EVSE's schedule is to be asked for; empty where there is nothing to ask. */
  private Optional<Instant> dueAt(TrackedEvse evse, Instant now) {
    Optional<Instant> written = evse.limits().toBeAskedSince(now);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Duration spread = jitter.computeIfAbsent(evse.evseId(), first -> nextJitter());
    Instant shownBy = evse.limits().unshownSince().orElse(written.get());
    Instant first = shownBy.plus(settings.meterPeriod()).plus(settings.meterPeriod()).plus(spread);
    Asked last = asked.get(evse.evseId());
    if (last == null) {
      return Optional.of(first);
    }
    boolean news = written.get().isAfter(last.at()) || !last.asSet();
    Instant again = last.at().plus(news ? AGAIN : SELDOM).plus(spread);
    return Optional.of(again.isAfter(first) ? again : first);
  }

  private Duration nextJitter() {
    return Duration.ofMillis(chances.nextLong(settings.meterPeriod().toMillis() + 1));
  }

  private Instant lastAsked(int evseId) {
    Asked last = asked.get(evseId);
    return last == null ? Instant.MIN : last.at();
  }
}
