package dev.headroom.world.bug;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Readings that say something else. */
final class WrongReadings {

  private WrongReadings() {}

  /** As if this had just been measured. */
  static MeterReading now(MeterReading last, PerPhase milliamps, Instant now) {
    return new MeterReading(
        last.site(),
        last.meter(),
        milliamps,
        last.voltageMillivolts(),
        last.activePowerWatts(),
        last.sequence(),
        now,
        now);
  }

  /** As by a clamp whose ratio was set to half. */
  static MeterReading halved(MeterReading reading) {
    Map<Phase, Integer> half = new EnumMap<>(Phase.class);
    reading.currentMilliamps().values().forEach((line, is) -> half.put(line, is / 2));
    return new MeterReading(
        reading.site(),
        reading.meter(),
        new PerPhase(half),
        reading.voltageMillivolts(),
        reading.activePowerWatts(),
        reading.sequence(),
        reading.measuredAt(),
        reading.receivedAt());
  }
}
