package dev.headroom.core.reading;

import dev.headroom.core.electrical.PerPhase;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One sample of a CT meter.
 *
 * @param currentMilliamps magnitudes per phase; never negative
 * @param sequence the meter's own counter, if it keeps one
 * @param measuredAt the meter's clock; not trusted for freshness
 * @param receivedAt our clock when the sample arrived
 */
public record MeterReading(
    String site,
    String meter,
    PerPhase currentMilliamps,
    Optional<PerPhase> voltageMillivolts,
    Optional<PerPhase> activePowerWatts,
    OptionalLong sequence,
    Instant measuredAt,
    Instant receivedAt) {

  /** No CT on a service measures more: 20 kA. */
  public static final int LARGEST_MILLIAMPS = 20_000_000;

  public MeterReading {
    currentMilliamps
        .values()
        .forEach(
            (phase, milliamps) -> {
              if (milliamps < 0 || milliamps > LARGEST_MILLIAMPS) {
                throw new IllegalArgumentException(
                    "current on " + phase + " is " + milliamps + " mA, outside 0 to 20 kA");
              }
            });
  }
}
