package dev.headroom.gateway.core.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a live profile falls back by itself when nobody refreshes it (S5): unattended cuts come
 * before unattended rises.
 *
 * @param ttl from when on it cuts to the fallback
 * @param end from when on it may rise to it: 2 × the site's longest TTL + clock margin, so that by
 *     then every charger of the site has cut
 * @param clocks by how much the charger's clock may be wrong: an absolute schedule begins that much
 *     earlier, so that it holds at once in a charger whose clock is behind
 */
public record Tail(Duration ttl, Duration end, Duration clocks) {

  /** A level of current from {@code after} on. */
  public record Level(Duration after, int milliamps) {}

  public Tail {
    if (ttl.compareTo(Duration.ofSeconds(1)) < 0 || end.compareTo(ttl) <= 0) {
      throw new IllegalArgumentException("a tail cuts, then ends: " + ttl + ", " + end);
    }
  }

  /** The tail of a profile of this TTL on a site with this longest one. */
  public static Tail of(Duration ttl, Duration longestTtl, Duration clockMargin) {
    Duration longest = longestTtl.compareTo(ttl) < 0 ? ttl : longestTtl;
    return new Tail(ttl, longest.multipliedBy(2).plus(clockMargin), clockMargin);
  }

  /**
   * {@code [{0, limit}, {ttl, min(limit, fallback)}, {end, fallback}]}, as many as fit.
   *
   * @param maxPeriods how many periods the charger's schedules hold: of two the last is omitted
   */
  public List<Level> levels(int limitMilliamps, int fallbackMilliamps, int maxPeriods) {
    return Stream.of(
            new Level(Duration.ZERO, limitMilliamps),
            new Level(ttl, Math.min(limitMilliamps, fallbackMilliamps)),
            new Level(end, fallbackMilliamps))
        .limit(maxPeriods)
        .toList();
  }

  /**
   * After how long a schedule of one period must end, since it has no room for a level to fall to;
   * the base profile takes over. Empty where the levels tell it.
   */
  public Optional<Duration> expiry(int limitMilliamps, int fallbackMilliamps, int maxPeriods) {
    if (maxPeriods > 1) {
      return Optional.empty();
    }
    return Optional.of(limitMilliamps < fallbackMilliamps ? end : ttl);
  }
}
