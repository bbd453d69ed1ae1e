package dev.headroom.core.evse;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Instant;

/**
 * What the charger says the vehicle draws, in milliamperes per phase of the site; {@code at} is the
 * gateway's clock when the sample arrived.
 */
public record MeasuredCurrent(PerPhase milliamps, Instant at) {

  /** What the sample says of a line; 0 where it says nothing. */
  public int on(Phase line) {
    return milliamps.values().getOrDefault(line, 0);
  }
}
