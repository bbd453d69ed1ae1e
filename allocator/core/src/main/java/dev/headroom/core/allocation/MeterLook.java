package dev.headroom.core.allocation;

import dev.headroom.core.allocation.Draws.Moment;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one CT said over the raise delay, beside what EVSEs drew each time it measured.
 *
 * <p>CT and charger samples differ in time, so what is known of the draw errs for a few seconds
 * after every change. For a raise the <em>least</em> the EVSEs can have drawn counts, and the worst
 * of the whole raise delay. To see that something must be cut, the likely draw is taken off, or the
 * most where a raise is still under way: then only a current that is really above the limit cuts at
 * once, and what the chargers' samples leave unexplained for the whole raise delay. A charger that
 * is silent is taken to draw on: its loss alone makes nobody else pause.
 *
 * @param latest the last reading, in the window or before it
 * @param watchedFromStart whether the window is full; before that the worst case counts as well
 */
record MeterLook(
    Meter meter,
    Moment latest,
    Flows likely,
    Flows ifTheyFollow,
    List<Moment> window,
    boolean watchedFromStart) {

  static MeterLook of(
      Meter meter, MeterHistory history, MeterReading latest, Draws draws, Instant start) {
    List<Moment> window = new ArrayList<>();
    for (MeterReading reading : history.since(start)) {
      window.add(draws.moment(reading));
    }
    Instant first =
        window.isEmpty() ? latest.receivedAt() : window.getFirst().reading().receivedAt();
    return new MeterLook(
        meter,
        draws.latest(latest, first),
        draws.likelyAt(latest.receivedAt()),
        draws.ifTheyFollowAt(latest.receivedAt()),
        window,
        history.reachesBackTo(start));
  }
}
