package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.Around;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.DrawHistory;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.IssuedLimits;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** All the allocator holds of one EVSE: what it last heard, what it issued, what was drawn. */
final class EvseBook {

  /** What an EVSE asks for, as far as the allocation is concerned. */
  enum Role {
    LOCKED_OFF,
    OFFLINE,
    IDLE,
    DISOBEYS,
    SATISFIED,
    WANTS
  }

  /** Most vehicles follow their pilot in two to three seconds. */
  private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(3);

  /** What charger and limit differ by otherwise is a matter of rounding (milliamperes). */
  private static final int WORTH_NOTICING = 1000;

  private final Evse evse;
  private final long epoch;
  private final DrawHistory draw = new DrawHistory();
  private final IssuedLimits issued = new IssuedLimits();
  private final Footing footing;
  private final int minimum;
  private final int maximum;
  private Optional<EvseState> heard = Optional.empty();
  private OptionalLong issuedOn = OptionalLong.empty();
  private Role role;

  /** What a session may begin with, as far as room was made for it. */
  private int beginsWith;

  EvseBook(Evse evse, long epoch) {
    this(evse, epoch, new Footing());
  }

  private EvseBook(Evse evse, long epoch, Footing footing) {
    this.evse = evse;
    this.epoch = epoch;
    this.footing = footing;
    this.minimum = evse.minimumMilliamps();
    this.maximum = evse.maximumMilliamps();
    this.role = role(evse, heard);
    this.beginsWith = fallback();
  }

  /** The same EVSE after its site was redefined: what it may still follow is not forgotten. */
  EvseBook redefined(Evse next) {
    EvseBook book = new EvseBook(next, epoch, footing);
    issued.most().ifPresent(most -> book.issued.issue(new Revision(0, 0), most));
    book.issuedOn = issuedOn;
    book.beginsWith = Math.min(beginsWith, book.fallback());
    heard.ifPresent(book::accept);
    return book;
  }

  Evse evse() {
    return evse;
  }

  void accept(EvseState state) {
    if (!sessionOf(heard).equals(sessionOf(Optional.of(state)))) {
      draw.over(since(state));
    }
    heard = Optional.of(state);
    role = role(evse, heard);
    state.measured().ifPresent(draw::accept);
    state.settled().ifPresent(issued::settle);
    footing.hear(state, baseProfileMayGovern(state));
  }

  private static Optional<String> sessionOf(Optional<EvseState> state) {
    return state.flatMap(EvseState::session).map(ChargingSession::id);
  }

  /** From when on only samples of this session count; one that came with it does. */
  private static Instant since(EvseState state) {
    return state
        .measured()
        .map(MeasuredCurrent::at)
        .filter(at -> !at.isBefore(state.at()))
        .map(at -> at.minusNanos(1))
        .orElse(state.at());
  }

  void issue(Revision revision, EvseLimit limit) {
    issued.issue(revision, limit.limitMilliamps());
    issuedOn = limit.connection();
    if (isFree()) {
      beginsWith = Math.min(limit.limitMilliamps(), fallback());
    }
  }

  /** What it takes by itself when commands stop. */
  int fallback() {
    return evse.lockedOff() ? 0 : evse.fallbackMilliamps();
  }

  /**
   * What a session may begin with: its fallback, or less while the others have not made room for
   * one that was raised (S2).
   */
  int beginsWith() {
    return beginsWith;
  }

  /** The newest connection that is known of; empty before the first. */
  OptionalLong connection() {
    return heard.map(EvseState::connectionEpoch).orElse(OptionalLong.empty());
  }

  OptionalInt lastIssued() {
    return issued.last();
  }

  /**
   * The limit as it stands: the one issued last, or less where the gateway has cut below it since,
   * as it does while nobody owns the site (S5); on a connection that was not known when it was
   * issued no more than the fallback, where the charger may be by now. To go back up from there is
   * a raise like any other (S1).
   */
  int standing() {
    int fallback = evse.fallbackMilliamps();
    int last = issued.last().orElse(fallback);
    if (!connection().equals(issuedOn)) {
      return Math.min(last, fallback);
    }
    return heard
        .flatMap(EvseState::acknowledged)
        .filter(it -> issued.lastIsUpTo(it.revision()))
        .map(Acknowledgement::limitMilliamps)
        .filter(limit -> limit + WORTH_NOTICING <= last)
        .orElse(last);
  }

  Role role() {
    return role;
  }

  private static Role role(Evse evse, Optional<EvseState> heard) {
    if (evse.lockedOff()) {
      return Role.LOCKED_OFF;
    }
    if (heard.isEmpty() || !heard.get().online()) {
      return Role.OFFLINE;
    }
    Optional<ChargingSession> session = heard.get().session();
    if (session.isEmpty()) {
      return Role.IDLE;
    }
    if (heard.get().disobeys()) {
      return Role.DISOBEYS;
    }
    return session.get().wantsCurrent() ? Role.WANTS : Role.SATISFIED;
  }

  /**
   * The most it can draw now (S1): the largest of acknowledged, in flight, not yet settled and
   * measured, and its fallback wherever its base profile could govern; all it is rated for while
   * nothing holds it for certain.
   */
  int most(Instant now) {
    if (evse.lockedOff()) {
      return 0;
    }
    if (heard.isEmpty() || heard.get().disobeys()) {
      return maximum;
    }
    EvseState state = heard.get();
    if (footing.mayGiveAll(state, now)) {
      return maximum;
    }
    int most = Math.max(issued.most().orElse(0), draw.around(now).largest());
    most = Math.max(most, state.acknowledged().map(Acknowledgement::limitMilliamps).orElse(0));
    return baseProfileMayGovern(state) ? Math.max(most, evse.fallbackMilliamps()) : most;
  }

  private boolean baseProfileMayGovern(EvseState state) {
    return !state.online()
        || state.session().isEmpty()
        || !acknowledgedHere()
        || !state.baseAccepted();
  }

  /** Whether it has acknowledged a limit of this owner; until then it is only cut. */
  boolean acknowledgedHere() {
    return heard
        .flatMap(EvseState::acknowledged)
        .map(acknowledgement -> acknowledgement.revision().epoch() == epoch)
        .orElse(false);
  }

  Optional<ChargingSession> session() {
    return heard.flatMap(EvseState::session);
  }

  /** Whether it takes part in the sharing; others are reserved at their most. */
  boolean takesPart() {
    return role == Role.WANTS || role == Role.SATISFIED;
  }

  /** Whether a session may begin on it, under its base profile. */
  boolean isFree() {
    return role == Role.IDLE || role == Role.OFFLINE;
  }

  /** Whether its declared fallback may be counted on (S10). */
  boolean fallbackCounts() {
    return heard.map(EvseState::fallbackCounts).orElse(false);
  }

  int maximum() {
    return maximum;
  }

  /** The least it can be given without pausing. */
  int minimum() {
    return minimum;
  }

  /** The highest current it accepts that is not above this one; 0, a pause, if there is none. */
  int accepted(int milliamps) {
    return evse.acceptedMilliamps(milliamps);
  }

  /** What its gateway last said of it. */
  Optional<EvseState> heard() {
    return heard;
  }

  /**
   * The limit that it follows, whoever issued it: a take-over changes nothing for a vehicle. Empty
   * if it has acknowledged none.
   */
  OptionalInt followedLimit() {
    Optional<Acknowledgement> last = heard.flatMap(EvseState::acknowledged);
    return last.isPresent() ? OptionalInt.of(last.get().limitMilliamps()) : OptionalInt.empty();
  }

  /** Its last sample, if that may still be believed. */
  Optional<MeasuredCurrent> sampleAt(Instant now) {
    return draw.around(now).sample();
  }

  /** What its samples tell of this instant. */
  Around around(Instant then) {
    return draw.around(then);
  }

  /** The least it can have drawn on a line at some instant between these two. */
  int least(Phase line, Instant from, Instant until) {
    return draw.least(line, from, until);
  }

  Optional<DrawHistory.Step> lastStep() {
    return draw.lastStep();
  }

  /** Its likely draw, but no more than a limit it acknowledged and had the time to follow. */
  int ifItFollows(int sampled, Instant then) {
    int likely = likely(sampled);
    Optional<Acknowledgement> acknowledged = heard.flatMap(EvseState::acknowledged);
    return acknowledged.isPresent() && !acknowledged.get().at().plus(FOLLOWS_WITHIN).isAfter(then)
        ? Math.min(likely, acknowledged.get().limitMilliamps())
        : likely;
  }

  /** By its last sample; the most while a raise is under way. */
  private int likely(int sampled) {
    return issued.raiseUnderWay() ? mayHaveRisen(sampled) : sampled;
  }

  /** Where it may be since its last sample, by a lower limit that it has accepted by then. */
  int mayHaveFallen(int sampled, Instant then) {
    Optional<Acknowledgement> accepted = heard.flatMap(EvseState::acknowledged);
    return accepted.isPresent() && !accepted.get().at().isAfter(then)
        ? Math.min(sampled, accepted.get().limitMilliamps())
        : sampled;
  }

  /** Where its vehicle may be since its last sample, by the highest limit that it may follow. */
  int mayHaveRisen(int sampled) {
    return session().isPresent() ? Math.max(sampled, issued.most().orElse(0)) : sampled;
  }
}
