package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.control.EvseLimits;
import dev.headroom.gateway.core.control.ScheduleCheck;
import dev.headroom.gateway.core.control.Write;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.dialect.Errand;
import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.EvseProfiles;
import dev.headroom.gateway.core.profile.FoundProfile;
import dev.headroom.gateway.core.profile.Tail;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What we call the charger for, one call at a time. There is no queue that could grow: whenever the
 * line is free the most urgent errand is worked out from what is wanted then, so limits coalesce to
 * the latest. Cuts go first, then provisioning, then rises, then refreshes.
 */
final class Dispatch {

  /** After a limit that failed, the line is kept free for another try at it. */
  private static final Duration LIMITS_FIRST = Duration.ofSeconds(5);

  /** How long after asking for a BootNotification it may come. */
  private static final Duration BOOT_ASKED = Duration.ofSeconds(60);

  private final Dialect dialect;
  private final Station station;
  private final SessionSettings settings;
  private final Outbox outbox;
  private final Calls calls;
  private final ScheduleQuestions questions;
  private Optional<StationSite> place = Optional.empty();
  private Optional<Provisioning> provisioning = Optional.empty();
  private Optional<Errand.Rekey> rekey = Optional.empty();
  private Instant rekeyNotBefore = Instant.MIN;
  private boolean superseded;
  private Optional<Instant> bootAskedAt = Optional.empty();

  Dispatch(
      String stationId, Dialect dialect, Station station, SessionSettings settings, Outbox outbox) {
    this.dialect = dialect;
    this.station = station;
    this.settings = settings;
    this.outbox = outbox;
    this.calls = new Calls(settings.callTimeout());
    this.questions = new ScheduleQuestions(stationId, station, settings, outbox);
  }

  /** Begins to provision, from the start. */
  void provision(StationSite site, boolean identify) {
    superseded = true;
    place = Optional.of(site);
    dialect.forgetList();
    provisioning =
        Optional.of(new Provisioning(dialect, settings, site, station.traits(), identify));
  }

  /**
   * Gives the charger another password when the line is free; once, for it may keep each it gets.
   */
  void rekey(Secret password) {
    rekey = Optional.of(new Errand.Rekey(password));
  }

  /** Whether a boot that has just come is the one we asked for, and not a restart. */
  boolean wasBootAsked(Instant now) {
    boolean asked = bootAskedAt.filter(at -> now.isBefore(at.plus(BOOT_ASKED))).isPresent();
    bootAskedAt = Optional.empty();
    return asked;
  }

  /** Whether the charger can hold a tail and a live profile for each EVSE. */
  boolean canFallBack() {
    return capabilities()
        .map(can -> can.holdsTail() && can.holdsProfilesOf(station.evses().size()))
        .orElse(false);
  }

  /** The charger has booted, and may do now what it would not before. */
  void booted() {
    questions.booted();
  }

  /** Whether the charger may still say which schedule it follows. */
  boolean mayTellSchedule() {
    return questions.mayBeAsked();
  }

  Optional<Action> awaited(String messageId) {
    return calls.awaited(messageId);
  }

  void answered(String messageId, Response response, Instant now) {
    end(messageId, errand -> dialect.outcome(errand, response), now);
  }

  /** The charger lists profiles it holds. */
  void listed(List<FoundProfile> profiles, boolean last) {
    provisioning.ifPresent(steps -> steps.listed(profiles, last, outbox));
  }

  void failed(String messageId, Instant now) {
    end(messageId, errand -> new Outcome.Failed(), now);
  }

  /** Gives up what was not answered in time. */
  void expire(Instant now) {
    calls
        .overdue(now)
        .ifPresent(
            call -> {
              outbox.count(GatewayEvent.CALL_TIMED_OUT);
              end(call.errand(), call.sentAt(), new Outcome.Unanswered(), now);
            });
  }

  /** Sends the most urgent call, if the line is free. */
  void send(SitePermission permission, Instant now) {
    if (calls.idle()) {
      next(permission, now).ifPresent(errand -> begin(errand, permission, now));
    }
  }

  private void begin(Errand errand, SitePermission permission, Instant now) {
    if (errand instanceof Errand.Push push) {
      station
          .evse(push.profile().evseId())
          .ifPresent(
              evse -> {
                evse.pushed(now);
                evse.limits().sent(push.write());
                evse.watts().sent(now);
              });
      boolean held = permission.at(now) instanceof SitePermission.Held;
      if (!held && push.write().kind() == Write.Kind.CUT) {
        outbox.count(GatewayEvent.LEASE_LOST_CUT);
      }
    }
    if (errand instanceof Errand.AskSchedule ask) {
      questions.sent(ask.evseId(), now);
    }
    if (errand instanceof Errand.Identify) {
      bootAskedAt = Optional.of(now);
    }
    if (errand instanceof Errand.Rekey) {
      rekey = Optional.empty();
    }
    errand.writes().ifPresent(profile -> station.wrote(profile.evseId(), now));
    superseded = false;
    outbox.add(new Effect.SendFrame(calls.begin(errand, dialect.request(errand), now)));
  }

  private Optional<Errand> next(SitePermission permission, Instant now) {
    List<Errand.Push> pushes = pushes(permission, now);
    Optional<Errand> first = pushes.isEmpty() ? Optional.empty() : Optional.of(pushes.getFirst());
    return first
        .filter(_ -> pushes.getFirst().write().kind() == Write.Kind.CUT)
        .or(() -> provisioning.flatMap(steps -> steps.due(outbox, now)))
        .or(() -> now.isBefore(rekeyNotBefore) ? Optional.empty() : rekey)
        .or(() -> first)
        .or(() -> capabilities().flatMap(can -> questions.due(now)));
  }

  /** The writes that are due, most urgent first and by turns. */
  private List<Errand.Push> pushes(SitePermission permission, Instant now) {
    if (capabilities().isEmpty() || place.isEmpty()) {
      return List.of();
    }
    Capabilities can = capabilities().get();
    List<Due> due = new ArrayList<>();
    int waiting = 0;
    for (TrackedEvse evse : station.evses()) {
      evse.watts().taken(can.unit(), now);
      evse.limits().due(permission, now).ifPresent(write -> due.add(new Due(evse, write)));
      waiting += evse.limits().tookToHoldingBack() ? 1 : 0;
    }
    outbox.count(GatewayEvent.WRITE_HELD_BACK, waiting);
    if (due.isEmpty()) {
      return List.of();
    }
    due.sort(Due.MOST_URGENT_FIRST);
    return due.stream().map(it -> push(it.evse(), it.write(), place.get(), can, now)).toList();
  }

  private record Due(TrackedEvse evse, Write write) {
    static final Comparator<Due> MOST_URGENT_FIRST =
        Comparator.<Due, Write.Kind>comparing(it -> it.write().kind())
            .thenComparing(it -> it.evse().pushedAt());
  }

  private Errand.Push push(
      TrackedEvse evse, Write write, StationSite site, Capabilities can, Instant now) {
    Tail tail =
        Tail.of(
            station.traits().ttlWithin(settings.profileTtl()),
            site.longestTtl(),
            settings.clockMargin());
    return new Errand.Push(
        write,
        profiles(evse, site, can, evse.watts().voltagePermille(now))
            .live(write.transactionId(), write.limitMilliamps(), tail, now));
  }

  private EvseProfiles profiles(
      TrackedEvse evse, StationSite site, Capabilities can, int voltagePermille) {
    return new EvseProfiles(
        evse.evse(), site.supply(), can, provisioning.orElseThrow().slots(), voltagePermille);
  }

  private void end(String messageId, Function<Errand, Outcome> outcome, Instant now) {
    Optional<Calls.Outstanding> call = calls.answered(messageId);
    if (call.isEmpty()) {
      outbox.count(GatewayEvent.LATE_ANSWER);
      return;
    }
    Errand errand = call.get().errand();
    Outcome ended = outcome.apply(errand);
    if (ended instanceof Outcome.Failed) {
      outbox.count(GatewayEvent.CALL_FAILED);
    }
    end(errand, call.get().sentAt(), ended, now);
  }

  private void end(Errand errand, Instant sentAt, Outcome outcome, Instant now) {
    switch (errand) {
      case Errand.Push push -> pushed(push, sentAt, outcome, now);
      case Errand.AskSchedule ask -> questions.ended(ask.evseId(), outcome, now);
      case Errand.InstallBase base
          when outcome.isDone() && base.holdsFallback() && !superseded && rulesAlone() ->
          station.evse(base.profile().evseId()).ifPresent(evse -> evse.limits().baseAccepted(now));
      case Errand.Rekey given -> outbox.add(new Effect.Rekeyed(outcome));
      case Errand.Identify identify when !outcome.isDone() -> bootAskedAt = Optional.empty();
      case Errand step -> {}
    }
    if (!superseded) {
      provisioning.ifPresent(steps -> steps.ended(errand, outcome, outbox, now));
    }
  }

  /** A base profile counts once no other could overrule it (S10). */
  private boolean rulesAlone() {
    return provisioning.map(Provisioning::nothingForeign).orElse(false);
  }

  private void pushed(Errand.Push push, Instant sentAt, Outcome outcome, Instant now) {
    if (!(outcome instanceof Outcome.Unanswered)) {
      outbox.count(
          outcome.isDone() ? GatewayEvent.PROFILE_ACCEPTED : GatewayEvent.PROFILE_REJECTED);
    }
    if (!outcome.isDone()) {
      rekeyNotBefore = now.plus(LIMITS_FIRST);
    }
    station
        .evse(push.profile().evseId())
        .ifPresent(evse -> pushed(evse, push, sentAt, outcome, now));
  }

  private void pushed(
      TrackedEvse evse, Errand.Push push, Instant sentAt, Outcome outcome, Instant now) {
    EvseLimits limits = evse.limits();
    if (outcome.isDone()) {
      limits.accepted(sentAt, now);
      evse.watts().accepted();
      capabilities()
          .filter(can -> place.isPresent())
          .map(can -> profiles(evse, place.get(), can, evse.watts().standingPermille()))
          .ifPresent(
              profiles ->
                  evse.accepted(
                      new ScheduleCheck(profiles, push.profile(), sentAt, settings.clockMargin())));
    } else if (outcome instanceof Outcome.Unanswered) {
      limits.unanswered(now);
    } else {
      limits.refused(now);
    }
  }

  private Optional<Capabilities> capabilities() {
    return provisioning.flatMap(Provisioning::capabilities);
  }
}
