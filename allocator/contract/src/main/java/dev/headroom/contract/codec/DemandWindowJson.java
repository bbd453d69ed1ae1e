package dev.headroom.contract.codec;

import dev.headroom.core.demand.DemandWindow;
import dev.headroom.core.demand.Peak;
import dev.headroom.core.demand.Slices;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** The energy of a demand cap's window, in control state. */
record DemandWindowJson(
    Instant until,
    long lastWatts,
    Instant start,
    long sliceMillis,
    List<Long> millijoules,
    String peakMonth,
    long peakWatts) {

  static DemandWindowJson of(DemandWindow window) {
    return new DemandWindowJson(
        window.until(),
        window.lastWatts(),
        window.slices().start(),
        window.slices().length().toMillis(),
        window.slices().millijoules(),
        window.peak().month().toString(),
        window.peak().watts());
  }

  DemandWindow window() {
    Slices slices = new Slices(start, Duration.ofMillis(sliceMillis), millijoules);
    boolean within = !until.isBefore(start) && !until.isAfter(slices.end());
    if (!within || lastWatts < 0 || peakWatts < 0) {
      throw new IllegalArgumentException(
          "a demand window until %s with slices from %s on, %d W now and %d W at its peak"
              .formatted(until, start, lastWatts, peakWatts));
    }
    return new DemandWindow(
        until, lastWatts, slices, new Peak(YearMonth.parse(peakMonth), peakWatts));
  }
}
