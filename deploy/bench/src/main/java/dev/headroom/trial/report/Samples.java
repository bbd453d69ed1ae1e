package dev.headroom.trial.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured durations. Not thread-safe. */
public final class Samples {

  private final List<Long> nanos = new ArrayList<>();

  public void add(Duration sample) {
    nanos.add(sample.toNanos());
  }

  public int size() {
    return nanos.size();
  }

  /**
   * The least sample that is not below this share of all: the last one for 1.
   *
   * @throws IllegalStateException without samples
   */
  public Duration quantile(double share) {
    if (nanos.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Long> sorted = nanos.stream().sorted().toList();
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return Duration.ofNanos(sorted.get(Math.clamp(index, 0, sorted.size() - 1)));
  }

  /** How many, and the least, the middle, the 99th percentile and the most, in seconds. */
  public List<String> cells() {
    if (nanos.isEmpty()) {
      return List.of("0", "–", "–", "–", "–");
    }
    return List.of(
        Integer.toString(size()),
        seconds(quantile(0)),
        seconds(quantile(0.5)),
        seconds(quantile(0.99)),
        seconds(quantile(1)));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e9);
  }
}
