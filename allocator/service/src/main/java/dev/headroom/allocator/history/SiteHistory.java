package dev.headroom.allocator.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A site's last quarter of an hour: a row of a ring for each change, at most one a second, with a
 * column of numbers for each series. It begins small and grows while the budget lasts; beyond, it
 * keeps every second row and is half as fine. Each row holds until the next.
 */
final class SiteHistory {

  static final Duration KEPT = Duration.ofMinutes(15);

  /** Nobody knows. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  static final int FIRST_ROWS = 32;
  static final int MOST_ROWS = 900;

  private final Budget budget;
  private final Map<Series, int[]> columns = new LinkedHashMap<>();
  private final Map<Series, Integer> now = new HashMap<>();
  private long[] times = new long[FIRST_ROWS];
  private int oldest;
  private int rows;
  private long finenessMillis = 1000;

  SiteHistory(Budget budget) {
    this.budget = budget;
    budget.need(Long.BYTES * (long) FIRST_ROWS);
  }

  /** Bytes for each row of so many series. */
  static long bytesPerRow(int series) {
    return Long.BYTES + (long) Integer.BYTES * series;
  }

  /** From now on there are these series and no others. */
  synchronized void series(Set<Series> all) {
    if (columns.keySet().equals(all)) {
      return;
    }
    long before = bytesPerRow(columns.size()) * times.length;
    columns.keySet().retainAll(all);
    now.keySet().retainAll(all);
    for (Series series : all) {
      columns.computeIfAbsent(
          series,
          added -> {
            int[] column = new int[times.length];
            Arrays.fill(column, UNKNOWN);
            return column;
          });
    }
    budget.need(bytesPerRow(columns.size()) * times.length - before);
  }

  /** Values that are new; of series that are not here nothing is kept. */
  synchronized void put(Instant at, Map<Series, Integer> values) {
    boolean changed = rows == 0;
    for (var value : values.entrySet()) {
      if (columns.containsKey(value.getKey())) {
        Integer before = now.put(value.getKey(), value.getValue());
        changed |= !value.getValue().equals(before);
      }
    }
    if (changed) {
      write(rowAt(at.toEpochMilli()));
    }
  }

  private void write(int row) {
    columns.forEach((series, column) -> column[row] = now.getOrDefault(series, UNKNOWN));
  }

  /** The last row if it is of the same moment, or a new one. */
  private int rowAt(long millis) {
    if (rows > 0) {
      long last = times[index(rows - 1)];
      if (Math.floorDiv(millis, finenessMillis) <= Math.floorDiv(last, finenessMillis)) {
        return index(rows - 1);
      }
    }
    if (rows == times.length) {
      makeRoom();
    }
    rows++;
    int row = index(rows - 1);
    times[row] = millis;
    return row;
  }

  private int index(int row) {
    return (oldest + row) % times.length;
  }

  private void makeRoom() {
    if (times.length * finenessMillis >= KEPT.toMillis()) {
      oldest = index(1);
      rows--;
    } else if (!grow()) {
      thin();
    }
  }

  private boolean grow() {
    int more = Math.min(times.length, MOST_ROWS - times.length);
    if (more <= 0 || !budget.take(bytesPerRow(columns.size()) * more)) {
      return false;
    }
    long[] grown = new long[times.length + more];
    for (int row = 0; row < rows; row++) {
      grown[row] = times[index(row)];
    }
    columns.replaceAll(
        (series, column) -> {
          int[] copy = new int[grown.length];
          for (int row = 0; row < rows; row++) {
            copy[row] = column[index(row)];
          }
          return copy;
        });
    times = grown;
    oldest = 0;
    return true;
  }

  /** Of two rows the later one stays; the first stays too, for that is where it begins. */
  private void thin() {
    finenessMillis *= 2;
    int kept = 1;
    for (int row = 2; row < rows; row += 2) {
      move(row, kept++);
    }
    if (rows % 2 == 0) {
      move(rows - 1, kept++);
    }
    rows = kept;
  }

  private void move(int from, int to) {
    int source = index(from);
    int target = index(to);
    times[target] = times[source];
    columns.values().forEach(column -> column[target] = column[source]);
  }

  /** All of it goes back to the budget. */
  synchronized void release() {
    budget.give(bytesPerRow(columns.size()) * times.length);
  }

  /** What held at these moments, which are in order. */
  synchronized Samples at(Instant[] moments, Instant today) {
    Instant since = since(today);
    int[] holding = new int[moments.length];
    int row = -1;
    for (int moment = 0; moment < moments.length; moment++) {
      while (row + 1 < rows && times[index(row + 1)] <= moments[moment].toEpochMilli()) {
        row++;
      }
      holding[moment] = row < 0 || moments[moment].isBefore(since) ? -1 : index(row);
    }
    Map<Series, int[]> sampled = new LinkedHashMap<>();
    columns.forEach(
        (series, column) ->
            sampled.put(
                series,
                Arrays.stream(holding).map(held -> held < 0 ? UNKNOWN : column[held]).toArray()));
    return new Samples(since, Duration.ofMillis(finenessMillis), sampled);
  }

  /** From when on it holds. */
  synchronized Instant since(Instant today) {
    Instant earliest = today.minus(KEPT);
    Instant first = rows == 0 ? today : Instant.ofEpochMilli(times[index(0)]);
    return first.isBefore(earliest) ? earliest : first;
  }
}
