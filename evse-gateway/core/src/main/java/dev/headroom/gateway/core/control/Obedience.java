package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whether a charger keeps the limits it accepted (S2). A lower limit binds once the settle time has
 * passed, a higher one at once.
 */
final class Obedience {

  /** More limits than this can hardly be accepted within a settle time. */
  private static final int MOST_BOUNDS = 16;

  private record Bound(int limitMilliamps, Instant from) {}

  private final Timing timing;
  private final Deque<Bound> bounds = new ArrayDeque<>();
  private Optional<Instant> aboveSince = Optional.empty();
  private boolean disobeys;

  Obedience(Timing timing) {
    this.timing = timing;
  }

  /**
   * What a charger may draw at this limit without breaking it: meters err and pilots are coarse.
   */
  static int withTolerance(int limitMilliamps) {
    return limitMilliamps + Math.max(1000, limitMilliamps / 20);
  }

  /** Nothing is known any more. */
  void forget() {
    bounds.clear();
    aboveSince = Optional.empty();
    disobeys = false;
  }

  /** What it followed was not certain: no limit binds until the next has had its time. */
  void startOver() {
    bounds.clear();
  }

  /** From now on the charger is to keep this limit. */
  void keeps(int limitMilliamps, Instant now) {
    if (!bounds.isEmpty() && bounds.getLast().limitMilliamps() == limitMilliamps) {
      return;
    }
    boolean bound = binding(now).isPresent();
    while (!bounds.isEmpty() && bounds.getLast().limitMilliamps() <= limitMilliamps) {
      bounds.removeLast();
    }
    boolean rises = bound && bounds.isEmpty();
    bounds.add(new Bound(limitMilliamps, rises ? now : now.plus(timing.settle())));
    if (bounds.size() > MOST_BOUNDS) {
      bounds.removeFirst();
    }
  }

  /**
   * A sample has come.
   *
   * @return whether this is the moment the charger is found to disobey
   */
  boolean measured(int largestMilliamps, Instant now) {
    Optional<Bound> binding = binding(now);
    if (binding.isEmpty() || largestMilliamps <= withTolerance(binding.get().limitMilliamps())) {
      aboveSince = Optional.empty();
      disobeys = false;
      return false;
    }
    Instant since = aboveSince.orElse(now);
    aboveSince = Optional.of(since);
    Duration patience = timing.meterPeriod().multipliedBy(3);
    boolean before = disobeys;
    disobeys = disobeys || Duration.between(since, now).compareTo(patience) > 0;
    return disobeys && !before;
  }

  boolean disobeys() {
    return disobeys;
  }

  private Optional<Bound> binding(Instant now) {
    while (bounds.size() > 1 && !now.isBefore(secondBound().from())) {
      bounds.removeFirst();
    }
    return Optional.ofNullable(bounds.peekFirst()).filter(bound -> !now.isBefore(bound.from()));
  }

  private Bound secondBound() {
    return bounds.stream().skip(1).findFirst().orElseThrow();
  }
}
