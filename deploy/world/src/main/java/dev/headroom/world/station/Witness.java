package dev.headroom.world.station;

import java.time.Instant;

/** Sees every profile that a charger accepts, at that instant, and what it changes elsewhere. */
@FunctionalInterface
public interface Witness {

  /**
   * A charger has taken a profile.
   *
   * @param beforeMilliamps the limit in force on the connector just before
   * @param afterMilliamps the limit in force now
   */
  void obeyed(
      String stationId, int connector, int beforeMilliamps, int afterMilliamps, Instant now);
}
