package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
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

  private final Evse evse;
  private final long epoch;
  private final DrawHistory draw = new DrawHistory();
  private final IssuedLimits issued = new IssuedLimits();
  private Optional<EvseState> heard = Optional.empty();

  EvseBook(Evse evse, long epoch) {
    this.evse = evse;
    this.epoch = epoch;
  }

  /** The same EVSE after its site was redefined: what it may still follow is not forgotten. */
  EvseBook redefined(Evse next) {
    EvseBook book = new EvseBook(next, epoch);
    issued.most().ifPresent(most -> book.issue(new Revision(0, 0), most));
    heard.ifPresent(book::accept);
    return book;
  }

  Evse evse() {
    return evse;
  }

  void accept(EvseState state) {
    heard = Optional.of(state);
    state.measured().ifPresent(draw::accept);
    state.settled().ifPresent(issued::settle);
  }

  void issue(Revision revision, int limitMilliamps) {
    issued.issue(revision, limitMilliamps);
  }

  OptionalInt lastIssued() {
    return issued.last();
  }

  Role role() {
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
   * measured, and its fallback wherever its base profile could govern.
   */
  int most(Instant now) {
    if (evse.lockedOff()) {
      return 0;
    }
    if (heard.isEmpty() || heard.get().disobeys()) {
      return evse.maximumMilliamps();
    }
    EvseState state = heard.get();
    int most = Math.max(issued.most().orElse(0), draw.largestAt(now));
    most = Math.max(most, state.acknowledged().map(Acknowledgement::limitMilliamps).orElse(0));
    return baseProfileMayGovern(state) ? Math.max(most, countedFallback(state)) : most;
  }

  private boolean baseProfileMayGovern(EvseState state) {
    return !state.online()
        || state.session().isEmpty()
        || !acknowledgedHere()
        || !state.baseAccepted();
  }

  /** S10: a fallback counts only where it was accepted and proven. */
  private int countedFallback(EvseState state) {
    return state.fallbackCounts() ? evse.fallbackMilliamps() : evse.maximumMilliamps();
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
    return role() == Role.WANTS || role() == Role.SATISFIED;
  }

  /** Whether its declared fallback may be counted on (S10). */
  boolean fallbackCounts() {
    return heard.map(EvseState::fallbackCounts).orElse(false);
  }

  int maximum() {
    return evse.maximumMilliamps();
  }

  /** The least it can be given without pausing. */
  int minimum() {
    return evse.minimumMilliamps();
  }

  /** The highest current it accepts that is not above this one; 0, a pause, if there is none. */
  int accepted(int milliamps) {
    return evse.acceptedMilliamps(milliamps);
  }

  /** What its gateway last said of it. */
  Optional<EvseState> heard() {
    return heard;
  }

  /** The limit that it follows; empty if it has acknowledged none of this owner. */
  OptionalInt followedLimit() {
    return acknowledgedHere()
        ? heard
            .flatMap(EvseState::acknowledged)
            .map(it -> OptionalInt.of(it.limitMilliamps()))
            .orElse(OptionalInt.empty())
        : OptionalInt.empty();
  }

  /** Its last sample, if that may still be believed. */
  Optional<MeasuredCurrent> sampleAt(Instant now) {
    return draw.lastAt(now);
  }

  int leastDrawAt(Instant then, Phase phase) {
    return draw.leastAt(then, phase);
  }

  int lowestDrawAround(Instant then, Phase phase) {
    return draw.lowestAround(then, phase);
  }

  int certainDrawAt(Instant then, Phase phase) {
    return draw.certainAt(then, phase);
  }

  int sampledDrawAt(Instant then, Phase phase) {
    return draw.likelyAt(then, phase);
  }

  Optional<DrawHistory.Step> lastStep() {
    return draw.lastStep();
  }

  /** Its likely draw, but no more than a limit it acknowledged and had the time to follow. */
  int drawIfItFollowsAt(Instant then, Phase phase) {
    int likely = likelyDrawAt(then, phase);
    return heard
        .flatMap(EvseState::acknowledged)
        .filter(acknowledged -> !acknowledged.at().plus(FOLLOWS_WITHIN).isAfter(then))
        .map(acknowledged -> Math.min(likely, acknowledged.limitMilliamps()))
        .orElse(likely);
  }

  int likelyDrawAt(Instant then, Phase phase) {
    int likely = draw.likelyAt(then, phase);
    return issued.raiseUnderWay() ? Math.max(likely, issued.most().orElse(0)) : likely;
  }
}
