package dev.headroom.world.station;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.RateUnit;

/** What a station's profile store can do: what it says of itself, and holds to. */
record Abilities(StationSpec spec) {

  private static final int LEVELS = 10;
  private static final int PERIODS = 10;
  private static final int FEW_PERIODS = 2;

  /** How many profiles it says it keeps. */
  static final int PROFILES = 10;

  int maxStackLevel() {
    return spec.has(Quirk.ONE_STACK_LEVEL) ? 0 : LEVELS;
  }

  int maxPeriods() {
    return spec.has(Quirk.FEW_PERIODS) ? FEW_PERIODS : PERIODS;
  }

  boolean takesAmperes() {
    return !spec.has(Quirk.WATTS_ONLY);
  }

  /** Whether this is beyond it. */
  boolean refuses(ChargingProfile profile) {
    var schedule = profile.schedule();
    boolean zero = schedule.periods().stream().anyMatch(period -> period.limitThousandths() == 0);
    return profile.stackLevel() > maxStackLevel()
        || schedule.periods().size() > maxPeriods()
        || (schedule.unit() == RateUnit.A && !takesAmperes())
        || (zero && spec.has(Quirk.REJECTS_ZERO));
  }
}
