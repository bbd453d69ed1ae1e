package dev.headroom.core.site;

import java.time.Duration;

/**
 * How patiently a site changes its mind.
 *
 * @param dwell how long a vehicle's turn lasts at least where minimums do not all fit
 * @param staggeredStart over how long EVSEs start one after the other after an outage; zero: at
 *     once
 */
public record Pace(Duration dwell, Duration staggeredStart) {

  public static final Duration DWELL = Duration.ofMinutes(15);
  public static final Duration STAGGERED_START = Duration.ofSeconds(30);
  public static final Pace DEFAULT = new Pace(DWELL, STAGGERED_START);

  public Pace {
    if (dwell.compareTo(Duration.ofMinutes(1)) < 0 || dwell.compareTo(Duration.ofHours(4)) > 0) {
      throw new IllegalArgumentException("dwell lies from 1 min to 4 h, not " + dwell);
    }
    if (staggeredStart.isNegative() || staggeredStart.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "staggeredStart lies from 0 to 10 min, not " + staggeredStart);
    }
  }
}
