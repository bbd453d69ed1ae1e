package dev.headroom.world.bug;

import java.util.function.Supplier;

/** What could be wrong with the software: each a reason why a rule is there. */
public enum Bug {
  /** S2: freed current is given away before the charger has taken its cut. */
  NO_DECREASE_BEFORE_INCREASE(NoDecreaseBeforeIncrease::new),
  /** S3: a silent meter counts as no base load. */
  STALE_AS_ZERO(StaleAsZero::new),
  /** S1: what was sent and not answered is forgotten. */
  IN_FLIGHT_FORGOTTEN(InFlightForgotten::new),
  /** S5: profiles hold for ever. */
  NO_TAIL(Tails::none),
  /** S5: of an abandoned site's chargers some rise before others have cut. */
  TAIL_RISES_FIRST(Tails::risingFirst),
  /** S7: a displaced owner is believed. */
  EPOCH_IGNORED(EpochIgnored::new),
  /** S3: an EVSE is taken to hang on another line. */
  ONE_PHASE_OFF(WrongSite::onePhaseOff),
  /** S1: a breaker's nameplate counts as what it carries for hours. */
  FACTOR_FORGOTTEN(WrongSite::factorForgotten),
  /** S2: what is acknowledged counts as followed. */
  SETTLE_SKIPPED(SettleSkipped::new),
  /** S1: a charger that boots counts as it was before. */
  REBOOT_WINDOW_IGNORED(RebootIgnored::new),
  /** S1: an EVSE's old draw is subtracted from a new reading. */
  PHANTOM_HEADROOM(LateSamples::new),
  /** Design §6.7: what was learned of one vehicle's lines holds for the next. */
  LEARNED_PHASES_KEPT(LearnedKept::new),
  /** S1: every clamp reads half. */
  CT_RATIO_HALVED(RatioHalved::new),
  /** S3: a silent meter counts as saying what it said last. */
  SILENCE_REPEATS(SilenceRepeats::new),
  /** S3: an unreachable charger counts as one without a vehicle. */
  UNREACHABLE_AS_ABSENT(UnreachableAsAbsent::new),
  /** S10: a fallback is counted on before the charger has accepted its base profile. */
  FALLBACK_WITHOUT_PROOF(FallbackBelieved::new),
  /** S9: nothing is kept free for what comes while nobody can act. */
  BLIND_TIME_FORGOTTEN(WrongSite::blindTimeForgotten),
  /** S8: a limit falls as slowly as it rises. */
  CUTS_LATE(CutsLate::new),
  /** S4: an EVSE is given more than its rating. */
  RATING_FORGOTTEN(WrongLimits::ratingForgotten),
  /** S6: an EVSE is given less than its minimum. */
  MINIMUM_FORGOTTEN(WrongLimits::minimumForgotten),
  /** Of no use: nobody is given more than the least. */
  TIMID(WrongLimits::timid),
  /** Limits go up and down for nothing. */
  RESTLESS(WrongLimits::restless);

  private final Supplier<Sabotage> bug;

  Bug(Supplier<Sabotage> bug) {
    this.bug = bug;
  }

  /** The bug, for one run. */
  public Sabotage fresh() {
    return bug.get();
  }
}
