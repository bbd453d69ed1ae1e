package dev.headroom.contract.codec;

import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.core.demand.ClosedWindow;
import dev.headroom.core.site.Names;
import java.time.Duration;
import java.time.Instant;

/** Value of {@code headroom.demand}. */
record DemandJson(
    String site,
    String circuit,
    Instant start,
    Instant end,
    long averageWatts,
    long wattHours,
    long missingMillis,
    boolean realPower) {

  static DemandJson of(DemandRecord record) {
    ClosedWindow window = record.window();
    return new DemandJson(
        record.site(),
        window.circuit(),
        window.start(),
        window.end(),
        window.watts(),
        window.wattHours(),
        window.missing().toMillis(),
        window.real());
  }

  DemandRecord record() {
    return new DemandRecord(
        Names.check("site", site),
        new ClosedWindow(
            Names.check("circuit", circuit),
            start,
            Duration.between(start, end),
            averageWatts,
            wattHours,
            Duration.ofMillis(missingMillis),
            realPower));
  }
}
