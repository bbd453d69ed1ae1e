package dev.headroom.allocator.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was at some moments.
 *
 * @param since from when on it is known
 * @param fineness changes closer together than this are one
 * @param columns milliamperes by series, for each moment
 */
public record Samples(Instant since, Duration fineness, Map<Series, int[]> columns) {

  /** The value; empty where nobody knows. */
  public OptionalInt milliamps(Series series, int moment) {
    int[] column = columns.get(series);
    return column == null || column[moment] == SiteHistory.UNKNOWN
        ? OptionalInt.empty()
        : OptionalInt.of(column[moment]);
  }
}
