package dev.headroom.core.demand;

import dev.headroom.core.site.DemandCap;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The energy that a site took in the window of its demand cap, and so the power that its EVSEs may
 * take now: P ≤ min(burst, energy left / max(time left, T/5)), less the base load to come. Of cap
 * and burst 2 % are kept back as a guard.
 *
 * <p><b>Block</b>: the energy left in the block that now lies in, which begins where UTC is a whole
 * number of windows.
 *
 * <p><b>Sliding</b>: of every window that now lies in, the energy that the base load to come leaves
 * in it, over the time left in it but at most T/5 and at least T/15; the least of them. So a time
 * of low power may be followed by one of up to the burst, as long as every window can still be kept
 * with the base load alone.
 *
 * <p>Either way what is left falls exponentially and never below nothing, also for a load that
 * follows within 10 s. A cap whose burst is no higher is kept at every instant, without a guard.
 *
 * <p>Windows of which a part was not watched count at the worst there.
 *
 * @param until when the last look was
 * @param lastWatts the power then
 * @param peak the month's highest window
 */
public record DemandWindow(Instant until, long lastWatts, Slices slices, Peak peak) {

  /** What was not watched for longer counts at the worst. */
  private static final Duration WATCHED = Duration.ofSeconds(10);

  private static final int GUARD_PERMILLE = 20;

  /** Begins to watch: the window up to now counts at the worst. */
  static DemandWindow begin(DemandCap cap, long worstWatts, Instant now) {
    Instant start = now.minus(cap.window());
    return new DemandWindow(start, worstWatts, Slices.at(start, cap.window()), Peak.before(start))
        .through(cap, worstWatts, now)
        .forgetting(now);
  }

  /** What was never watched is nobody's peak. */
  private DemandWindow forgetting(Instant now) {
    return new DemandWindow(until, lastWatts, slices, Peak.before(now));
  }

  /** Nor does it end the month of what was. */
  private DemandWindow keeping(Peak before) {
    return new DemandWindow(
        until, lastWatts, slices, before.month().equals(peak.month()) ? before : peak);
  }

  /**
   * What follows.
   *
   * @param watts of the whole site now; empty if they are not known
   * @param worstWatts what they are at most: the worst-case base load and all that EVSEs may draw
   */
  DemandWindow next(DemandCap cap, OptionalLong watts, long worstWatts, Instant now) {
    if (!slices.length().equals(Slices.at(now, cap.window()).length())) {
      return begin(cap, worstWatts, now);
    }
    if (until.plus(cap.window()).isBefore(now)) {
      return begin(cap, worstWatts, now).keeping(peak);
    }
    boolean watched = !until.plus(WATCHED).isBefore(now);
    long to = watts.orElse(worstWatts);
    long during = watched ? Math.max(lastWatts, to) : Math.max(worstWatts, to);
    return through(cap, during, now).at(to);
  }

  private DemandWindow at(long watts) {
    return new DemandWindow(until, watts, slices, peak);
  }

  private DemandWindow through(DemandCap cap, long watts, Instant to) {
    Instant at = until;
    Slices energy = slices;
    Peak highest = peak;
    while (!to.isBefore(energy.end())) {
      Instant end = energy.end();
      energy = energy.plus(watts * Duration.between(at, end).toMillis());
      if (endsWindow(cap, end)) {
        long window = energy.since(end.minus(cap.window()));
        highest = highest.with(end, window / cap.window().toMillis());
      }
      energy = energy.closed();
      at = end;
    }
    if (to.isAfter(at)) {
      energy = energy.plus(watts * Duration.between(at, to).toMillis());
      at = to;
    }
    return new DemandWindow(at, watts, energy, highest);
  }

  private static boolean endsWindow(DemandCap cap, Instant end) {
    return switch (cap.windows()) {
      case SLIDING -> true;
      case BLOCK -> Math.floorMod(end.toEpochMilli(), cap.window().toMillis()) == 0;
    };
  }

  /** The power that EVSEs may take together; negative where the base load alone is too much. */
  long watts(DemandCap cap, long baseWatts) {
    if (cap.burstWatts() <= cap.watts()) {
      return cap.watts() - baseWatts;
    }
    long burst = guarded(cap.burstWatts()) - baseWatts;
    return Math.min(
        burst,
        switch (cap.windows()) {
          case BLOCK -> inBlock(cap) - baseWatts;
          case SLIDING -> inEveryWindow(cap, baseWatts);
        });
  }

  private long inBlock(DemandCap cap) {
    long window = cap.window().toMillis();
    long passed = Math.floorMod(until.toEpochMilli(), window);
    return left(cap, passed) / Math.max(window - passed, window / 5);
  }

  private long inEveryWindow(DemandCap cap, long baseWatts) {
    long window = cap.window().toMillis();
    long slice = window / Slices.PER_WINDOW;
    long[] sums = slices.sums();
    long least = Long.MAX_VALUE;
    for (long ahead = 0; ahead <= window; ahead += slice) {
      long taken = sums[slices.firstAfter(until.minusMillis(window - ahead))];
      long spare = energy(cap) - taken - Math.max(0, baseWatts) * ahead;
      least = Math.min(least, spare / Math.clamp(ahead, window / 15, window / 5));
    }
    return least;
  }

  /** Of a window that began so long ago, in millijoules. */
  private long left(DemandCap cap, long passedMillis) {
    return energy(cap) - slices.since(until.minusMillis(passedMillis));
  }

  /** Of a whole window, in millijoules. */
  private static long energy(DemandCap cap) {
    return guarded(cap.watts()) * cap.window().toMillis();
  }

  private static long guarded(long watts) {
    return watts * (1000 - GUARD_PERMILLE) / 1000;
  }
}
