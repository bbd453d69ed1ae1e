package dev.headroom.core.strategy;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import java.time.Instant;

/**
 * An EVSE that wants current, as far as a strategy looks at it.
 *
 * @param place its place among the site's EVSEs, which is its port; from 0. The lower breaks ties
 * @param priority the higher is served first
 * @param arrival when its session began
 * @param charges whether it may draw its minimum already
 * @param needs the energy that is still to be delivered now, and when the vehicle means to leave
 * @param maximumWatts the most it can give; 1 and up
 */
public record Claimant(
    int place,
    int priority,
    Instant arrival,
    boolean charges,
    ChargingNeeds needs,
    long maximumWatts) {

  public Claimant {
    if (place < 0) {
      throw new IllegalArgumentException("a place lies from 0, not at " + place);
    }
    if (maximumWatts < 1) {
      throw new IllegalArgumentException("an EVSE gives at least 1 W, not " + maximumWatts);
    }
  }

  /**
   * The EVSE at this place with its session, whose needs are what is still to be delivered now: a
   * gateway publishes them less what was delivered since they were told.
   */
  public static Claimant of(
      int place, Evse evse, Supply supply, ChargingSession session, boolean charges) {
    return new Claimant(
        place,
        evse.priority(),
        session.startedAt(),
        charges,
        session.needs(),
        maximumWatts(evse, supply));
  }

  /** AC: what its wiring makes of its amperes at unity power factor. DC: its rated power. */
  private static long maximumWatts(Evse evse, Supply supply) {
    return switch (evse.output()) {
      case Output.Ac ac -> evse.wiring().watts(ac.maximumMilliamps(), supply);
      case Output.Dc dc -> dc.ratedWatts();
    };
  }
}
