package dev.headroom.gateway.core.session;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.gateway.core.control.EvseLimits;
import dev.headroom.gateway.core.metering.LearnedVoltage;
import dev.headroom.gateway.core.profile.RateUnit;
import java.time.Instant;

/**
 * What the limits of an AC EVSE are worth whose charger takes watts alone: at a lower voltage than
 * they were written for, more current. Then they are cut again.
 */
final class Watts {

  /** A voltage that is lower by no more than this is the one that was written for. */
  private static final int SAG_PERMILLE = 20;

  /** A limit is worth another write where the voltage is higher by this. */
  private static final int RISE_PERMILLE = 50;

  private final Evse evse;
  private final EvseLimits limits;
  private final int lowestPermille;
  private final LearnedVoltage voltage;
  private boolean takesWatts;
  private int standingPermille;
  private int sentPermille;

  Watts(Evse evse, Supply supply, EvseLimits limits) {
    this.evse = evse;
    this.limits = limits;
    this.lowestPermille = supply.lowestPermille();
    this.voltage = new LearnedVoltage(lowestPermille);
    leftToBase();
  }

  /** The charger has measured this on the lowest of its phases. */
  void told(int permille, Instant now) {
    voltage.told(permille, now);
    watch(now);
  }

  /** What its charger takes. */
  void taken(RateUnit unit, Instant now) {
    takesWatts = unit == RateUnit.WATTS && evse.output() instanceof Output.Ac;
    watch(now);
  }

  /** The base profile rules, which was written before anything was measured. */
  void leftToBase() {
    standingPermille = lowestPermille;
    sentPermille = lowestPermille;
  }

  /** What to write a live profile for. */
  int voltagePermille(Instant now) {
    return voltage.lowestPermille(now);
  }

  /** One has been sent; until it is answered it may stand, or the one before it. */
  void sent(Instant now) {
    sentPermille = voltagePermille(now);
    standingPermille = Math.max(standingPermille, sentPermille);
  }

  /** The one that was sent stands. */
  void accepted() {
    standingPermille = sentPermille;
  }

  /** What the profile that stands was written for. */
  int standingPermille() {
    return standingPermille;
  }

  /** Holds what stands against the voltage that is there. */
  void watch(Instant now) {
    int is = voltagePermille(now);
    if (!takesWatts) {
      return;
    }
    if (is * 1000 < standingPermille * (1000 - SAG_PERMILLE)) {
      limits.sagged(standingPermille, is);
      standingPermille = is;
    } else if (is * 1000 > standingPermille * (1000 + RISE_PERMILLE)) {
      limits.rewrite();
    }
  }

  /** The watts of all its lines that stand for this line current. */
  long of(int milliamps, Supply supply) {
    long watts = evse.wiring().watts(milliamps, supply);
    return takesWatts ? watts * standingPermille / 1000 : watts;
  }
}
