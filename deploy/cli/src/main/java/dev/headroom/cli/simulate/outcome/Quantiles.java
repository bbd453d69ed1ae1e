package dev.headroom.cli.simulate.outcome;

import java.time.Duration;
import java.util.Arrays;

/** How long something took for half of all, for all but one in twenty, and for the last. */
public record Quantiles(Duration half, Duration most, Duration last, Duration sum) {

  static Quantiles of(long[] millis) {
    long[] ascending = millis.clone();
    Arrays.sort(ascending);
    return new Quantiles(
        at(ascending, 0.5),
        at(ascending, 0.95),
        at(ascending, 1),
        Duration.ofMillis(Arrays.stream(millis).sum()));
  }

  /** The least that so many of them don't exceed. */
  private static Duration at(long[] ascending, double share) {
    int rank = (int) Math.ceil(share * ascending.length);
    return rank == 0 ? Duration.ZERO : Duration.ofMillis(ascending[rank - 1]);
  }
}
