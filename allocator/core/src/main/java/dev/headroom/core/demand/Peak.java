package dev.headroom.core.demand;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The highest average of a window that ended in this month, UTC, as far as it was watched.
 *
 * @param watts 0 before the first window of the month has ended
 */
public record Peak(YearMonth month, long watts) {

  static Peak before(Instant start) {
    return new Peak(monthOf(start), 0);
  }

  Peak with(Instant end, long windowWatts) {
    YearMonth its = monthOf(end);
    return new Peak(its, its.equals(month) ? Math.max(watts, windowWatts) : windowWatts);
  }

  /** A window that ends at midnight belongs to the day that ends. */
  private static YearMonth monthOf(Instant end) {
    return YearMonth.from(end.minusMillis(1).atZone(ZoneOffset.UTC));
  }
}
