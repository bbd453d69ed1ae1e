package dev.headroom.gateway.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When one of many is told goodbye.
 *
 * @param after the first could have been
 */
record Farewell<T>(T to, Duration after) {

  /** About a hundred in 10 ms, so that others can take them up as they come. */
  private static final Duration EACH = Duration.ofNanos(100_000);

  /** However many there are, whoever stops a gateway does not wait for longer. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  /**
   * All of them, each at a moment of its own and in no order they had before: chargers that wait
   * for the same time before they return do not return together, nor do those of a site.
   */
  static <T> List<Farewell<T>> plan(Collection<T> all, RandomGenerator chances) {
    Duration span = EACH.multipliedBy(all.size());
    long nanos = Math.min(span.toNanos(), LONGEST.toNanos());
    List<Farewell<T>> plan = new ArrayList<>(all.size());
    for (T each : all) {
      plan.add(new Farewell<>(each, Duration.ofNanos(chances.nextLong(nanos))));
    }
    plan.sort(Comparator.comparing(Farewell::after));
    return plan;
  }
}
