package dev.headroom.gateway.core.control;

import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.profile.EvseProfiles;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The limits of one EVSE on one connection: what is wanted, what the charger follows, what it has
 * acknowledged, and what measurement shows. Says which live profile is due; the base profile rules
 * where none is. Not thread-safe.
 */
public final class EvseLimits {

  private final Evse evse;
  private final int fallbackMilliamps;
  private final Timing timing;
  private final WriteBudget budget;
  private final Pause pause;
  private final Verification verification;
  private final Insistence insistence;
  private final LiveProfile live;

  private boolean baseAccepted;
  private boolean fallbackProven;
  private boolean mayDrawIdle;
  private boolean heldBack;
  private Optional<String> transaction = Optional.empty();
  private Optional<Wanted> wanted = Optional.empty();
  private Optional<Acknowledgement> acknowledged = Optional.empty();

  /** One that takes 0 A and offers current again as soon as it may. */
  public EvseLimits(Evse evse, Timing timing) {
    this(evse, timing, true, false, new WriteBudget(Optional.empty(), Written.NOTHING));
  }

  /**
   * @param takesZero false if a limit of 0 is refused: the least there is stands for a pause then
   * @param wakesByRewrite whether a limit after a pause is written again if nothing flows
   * @param budget of writes, which outlives this connection
   */
  public EvseLimits(
      Evse evse, Timing timing, boolean takesZero, boolean wakesByRewrite, WriteBudget budget) {
    this.evse = evse;
    this.fallbackMilliamps = EvseProfiles.fallbackMilliamps(evse);
    this.pause = new Pause(evse.minimumMilliamps(), takesZero, wakesByRewrite);
    this.timing = timing;
    this.budget = budget;
    this.verification = new Verification(timing);
    this.insistence = new Insistence(timing.attempts());
    this.live = new LiveProfile(timing, InForce.anythingUpTo(evse.maximumMilliamps()));
  }

  // What happens.

  /** The charger has booted, or is not known yet: nothing it took before is counted on (S10). */
  public void booted() {
    baseAccepted = false;
    acknowledged = Optional.empty();
    pause.booted();
    verification.reset();
    forgetLive(InForce.anythingUpTo(evse.maximumMilliamps()));
  }

  /** The charger accepted the base profile. */
  public void baseAccepted(Instant now) {
    baseAccepted = true;
    if (transaction.isEmpty()) {
      followsBase(now);
    }
  }

  /** Whether the model passed the link-cut test, without which no fallback is counted on (S10). */
  public void fallbackProven(boolean proven) {
    fallbackProven = proven;
  }

  /**
   * A transaction has started: it begins under the base profile. Where that is not proven, nothing
   * is known to be followed before a live profile is (S10).
   */
  public void started(String transactionId, Instant now) {
    transaction = Optional.of(transactionId);
    if (baseAccepted && fallbackProven) {
      followsBase(now);
      return;
    }
    acknowledged = Optional.empty();
    verification.reset();
    forgetLive(InForce.anythingUpTo(evse.maximumMilliamps()));
  }

  /** A transaction from before this connection goes on, under a live profile nobody remembers. */
  public void resumed(String transactionId) {
    transaction = Optional.of(transactionId);
    forgetLive(InForce.anythingUpTo(evse.maximumMilliamps()));
  }

  /** The transaction has ended, and its live profile with it. */
  public void ended(Instant now) {
    transaction = Optional.empty();
    if (baseAccepted) {
      followsBase(now);
    } else {
      forgetLive(InForce.anythingUpTo(evse.maximumMilliamps()));
    }
  }

  /** The connector's status says that current may flow without a transaction, or that it cannot. */
  public void mayDrawIdle(boolean may) {
    mayDrawIdle = may;
  }

  /**
   * The newest allocation gives this limit, or none.
   *
   * @return whether the limit was out of this EVSE's range and had to be lowered (S4, S6)
   */
  public boolean wanted(OptionalInt limitMilliamps, Revision revision) {
    wanted =
        limitMilliamps.isPresent()
            ? Optional.of(Wanted.of(limitMilliamps.getAsInt(), revision, evse))
            : Optional.empty();
    return wanted.isPresent() && wanted.get().limitMilliamps() != limitMilliamps.getAsInt();
  }

  /**
   * What is wanted only cuts: it came before the lease was lost (S5), or was decided without
   * knowing of this connection (S1).
   */
  public void raisesNothing() {
    wanted = wanted.map(Wanted::withoutRaise);
  }

  /** The write has been sent. */
  public void sent(Write write) {
    live.sent(write);
  }

  /** The charger accepted the write in flight. */
  public void accepted(Instant sentAt, Instant now) {
    if (!live.inForce().isExact()) {
      verification.startOver();
    }
    int before = live.inForce().mostMilliamps();
    live.accepted(sentAt)
        .ifPresent(
            write -> {
              int limit = write.limitMilliamps();
              acknowledged = Optional.of(new Acknowledgement(limit, write.revision(), now));
              verification.follows(limit, now);
              verification.isOf(write.revision());
              pause.accepted(before, limit, now.plus(timing.settle()));
            });
  }

  /** The charger refused the write in flight: it follows what it followed before. */
  public void refused(Instant now) {
    live.refused(now);
    // Where the fallback is 0 too, the tail of any limit has a 0 in it.
    if (live.hasGivenUp(0) && fallbackMilliamps > 0) {
      pause.isRefused();
    }
  }

  /** The write in flight was not answered: it may be in force or not. */
  public void unanswered(Instant now) {
    live.unanswered(now);
  }

  /**
   * The charger measured this.
   *
   * @param complete whether it tells every line
   * @return whether this is the moment the charger is found to disobey
   */
  public boolean measured(int largestMilliamps, boolean complete, Instant now) {
    pause.measured(largestMilliamps);
    return weigh(new Evidence.Drawn(largestMilliamps, complete), now);
  }

  /** It says this of what it offers; to be weighed after what was measured with it. */
  public void note(Evidence.Offered offer, Instant now) {
    verification.note(offer, now);
  }

  /**
   * Evidence has come of how the charger follows.
   *
   * @return whether this is the moment the charger is found to disobey
   */
  public boolean weigh(Evidence evidence, Instant now) {
    return verification.weigh(evidence, fallbackProven, now);
  }

  /**
   * Brings acknowledged and settled up to date.
   *
   * @param provenUnmeasured whether the model is proven and sends no current, so that its settle
   *     time counts alone (S2)
   */
  public void reconcile(boolean provenUnmeasured, Instant now) {
    if (transaction.isEmpty() && baseAccepted && !mayDrawIdle) {
      verification.nothingDraws(now);
    } else if (provenUnmeasured) {
      verification.unmeasured(now);
    }
    wanted.ifPresent(
        limit -> {
          int enforced = pause.takenFor(limit.limitMilliamps(), live.inForce());
          if (live.enforces(enforced, baseAccepted, now)) {
            acknowledge(enforced, limit.revision(), now);
          }
        });
    if (pause.isToBeWoken(now)) {
      live.rewrite();
    }
    insist(now);
  }

  /** What it accepted and does not follow is written again, within bounds. */
  private void insist(Instant now) {
    if (!verification.disobeys()) {
      insistence.over();
    } else if (live.standsSince(now).isPresent()
        && insistence.takesAnother(live.inForce().knownMilliamps(), now)) {
      live.rewrite();
    }
  }

  /**
   * The voltage has sunk: the watts that are in force let more current flow than was meant, and are
   * due to be cut.
   */
  public void sagged(int fromPermille, int toPermille) {
    live.scale(fromPermille, toPermille, evse.maximumMilliamps());
  }

  /** The charger wants to be told its limit again, whatever it follows. */
  public void rewrite() {
    live.rewrite();
  }

  // What follows from it.

  /** The write that is due, if one is and the permission allows it. */
  public Optional<Write> due(SitePermission permission, Instant now) {
    if (transaction.isEmpty() || live.isBeingWritten()) {
      return Optional.empty();
    }
    SitePermission held = permission.at(now);
    OptionalInt target = target(held);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    int limit = pause.takenFor(target.getAsInt(), live.inForce());
    return live.due(limit, held, now)
        .filter(kind -> isWorthIt(kind, limit, now))
        .map(kind -> new Write(kind, transaction.get(), limit, revision()));
  }

  /**
   * Whether a write is worth the wear of the charger's memory. Cuts always are; and a limit below
   * the fallback is written again in time however much was written, since its tail rises.
   */
  private boolean isWorthIt(Write.Kind kind, int limit, Instant now) {
    boolean needed =
        kind == Write.Kind.CUT
            || (kind == Write.Kind.REFRESH && limit < fallbackMilliamps && live.hasRunOut(now));
    boolean worth = needed || budget.allows(now);
    heldBack |= budget.holdsBack(!worth);
    return worth;
  }

  /** Whether a write has begun to wait since this was last asked. */
  public boolean tookToHoldingBack() {
    boolean took = heldBack;
    heldBack = false;
    return took;
  }

  /** When its live profile cuts by itself, if one is known to stand. */
  public Optional<Instant> fallsAt() {
    return live.fallsAt();
  }

  /** The highest limit it may be following. */
  public int mostMilliamps() {
    return live.inForce().mostMilliamps();
  }

  public boolean isBaseAccepted() {
    return baseAccepted;
  }

  public Optional<Acknowledgement> acknowledged() {
    return acknowledged;
  }

  public Optional<Revision> settled() {
    return verification.settled();
  }

  public boolean disobeys() {
    return verification.disobeys();
  }

  /** What showed the limit that has settled. */
  public Optional<Evidence.Source> shownBy() {
    return verification.shownBy();
  }

  /** Since when a limit has had its time and is not shown to be followed. */
  public Optional<Instant> unshownSince() {
    return verification.unshownSince();
  }

  /**
   * When the live profile was written that a schedule can be held against: empty where none is
   * known to stand, or where a better source speaks.
   */
  public Optional<Instant> toBeAskedSince(Instant now) {
    return transaction.isPresent() && !verification.isOverruled(Evidence.Source.SCHEDULED, now)
        ? live.standsSince(now)
        : Optional.empty();
  }

  private OptionalInt target(SitePermission permission) {
    OptionalInt limit =
        wanted.isPresent() ? OptionalInt.of(wanted.get().limitMilliamps()) : OptionalInt.empty();
    return switch (permission) {
      case SitePermission.Held held ->
          limit.isEmpty() || wanted.get().mayRaise()
              ? limit
              : OptionalInt.of(
                  Math.min(limit.getAsInt(), live.inForce().atLeast(fallbackMilliamps)));
      case SitePermission.CutOnly cut ->
          OptionalInt.of(Math.min(limit.orElse(fallbackMilliamps), fallbackMilliamps));
      case SitePermission.Fallback fallback -> OptionalInt.of(fallbackMilliamps);
    };
  }

  /** Without a write: the charger follows this very limit since it took it. */
  private void acknowledge(int limitMilliamps, Revision revision, Instant now) {
    Instant at =
        acknowledged
            .filter(before -> before.limitMilliamps() == limitMilliamps)
            .map(Acknowledgement::at)
            .orElse(now);
    acknowledged = Optional.of(new Acknowledgement(limitMilliamps, revision, at));
    verification.isOf(revision);
  }

  private Revision revision() {
    return wanted
        .map(Wanted::revision)
        .or(() -> acknowledged.map(Acknowledgement::revision))
        .orElse(new Revision(0, 0));
  }

  private void followsBase(Instant now) {
    forgetLive(InForce.exactly(fallbackMilliamps));
    verification.follows(fallbackMilliamps, now);
  }

  private void forgetLive(InForce without) {
    live.forget(without);
    verification.forget();
    insistence.over();
  }
}
