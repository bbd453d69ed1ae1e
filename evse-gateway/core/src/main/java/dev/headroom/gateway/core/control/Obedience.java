package dev.headroom.gateway.core.control;

import dev.headroom.gateway.core.control.Evidence.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a charger keeps the limits it accepted (S2). A lower limit binds once the settle time has
 * passed, a higher one at once. What one source refutes stays so until the same source does not any
 * more.
 */
final class Obedience {

  /** More limits than this can hardly be accepted within a settle time. */
  private static final int MOST_BOUNDS = 16;

  private record Bound(int limitMilliamps, Instant from) {}

  private final Timing timing;
  private final Deque<Bound> bounds = new ArrayDeque<>();
  private final Map<Source, Instant> refutedSince = new EnumMap<>(Source.class);
  private final Set<Source> disobeys = EnumSet.noneOf(Source.class);

  Obedience(Timing timing) {
    this.timing = timing;
  }

  /** Nothing is known any more. */
  void forget() {
    bounds.clear();
    refutedSince.clear();
    disobeys.clear();
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
   * Evidence has come.
   *
   * @return whether this is the moment the charger is found to disobey
   */
  boolean weigh(Evidence evidence, Instant now) {
    Source source = evidence.source();
    Optional<Bound> binding = binding(now);
    if (evidence instanceof Evidence.Drawn drawn
        && binding.filter(bound -> drawn.isHeldAt(bound.limitMilliamps())).isPresent()) {
      // Measurement shows that it follows, whatever it said of itself.
      refutedSince.clear();
      disobeys.clear();
      return false;
    }
    if (binding.isEmpty() || !evidence.refutes(binding.get().limitMilliamps())) {
      refutedSince.remove(source);
      disobeys.remove(source);
      return false;
    }
    Instant since = refutedSince.computeIfAbsent(source, first -> now);
    if (Duration.between(since, now).compareTo(patience(source)) <= 0) {
      return false;
    }
    boolean before = disobeys();
    disobeys.add(source);
    return !before;
  }

  /** Samples may be odd for a moment; a schedule that was asked for is no sample. */
  private Duration patience(Source source) {
    return source == Source.SCHEDULED
        ? Duration.ofMillis(-1)
        : timing.meterPeriod().multipliedBy(3);
  }

  boolean disobeys() {
    return !disobeys.isEmpty();
  }

  /** Whether anything speaks against it at this moment, be it for long enough or not. */
  boolean isDoubtful() {
    return !refutedSince.isEmpty();
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
