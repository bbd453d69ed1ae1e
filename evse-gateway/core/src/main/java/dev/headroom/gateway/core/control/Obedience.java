package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whether measurement shows that a limit is kept (S2). A lower limit binds once the settle time has
 * passed, a higher one at once.
 */
final class Obedience {

  /** More limits than this can hardly be accepted within a settle time. */
  private static final int MOST_BOUNDS = 16;

  private record Bound(int limitMilliamps, Instant from) {}

  private final Timing timing;
  private final Deque<Bound> bounds = new ArrayDeque<>();
  private Optional<Instant> aboveSince = Optional.empty();
  private Instant settleFrom = Instant.MAX;
  private boolean shown;
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
    settleFrom = Instant.MAX;
    aboveSince = Optional.empty();
    shown = false;
    disobeys = false;
  }

  /** What it followed was not certain: even the same limit has to be shown again. */
  void startsOver() {
    bounds.clear();
    shown = false;
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
    settleFrom = now.plus(timing.settle());
    shown = false;
  }

  /**
   * A sample has come.
   *
   * @param complete whether it tells every line
   * @return whether this is the moment the charger is found to disobey
   */
  boolean measured(int largestMilliamps, boolean complete, Instant now) {
    if (bounds.isEmpty()) {
      return false;
    }
    if (!now.isBefore(settleFrom)) {
      boolean within = largestMilliamps <= withTolerance(bounds.getLast().limitMilliamps());
      shown = within && (complete || shown);
    }
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

  /** The settle time alone decides: nothing can draw, or the model is proven and unmeasured. */
  void unmeasured(Instant now) {
    shown = shown || !bounds.isEmpty() && !now.isBefore(settleFrom);
  }

  boolean shown() {
    return shown;
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
