package dev.headroom.gateway.core.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The schedule that a charger says an EVSE is going to follow (OCPP 1.6 §5.7, 2.0.1 K08).
 *
 * @param start by the charger's clock, if it says
 * @param duration for how long it is told; empty if the charger does not say
 * @param levels in the order of their times; at least one
 */
public record ToldSchedule(
    Optional<Instant> start, Optional<Duration> duration, RateUnit unit, List<Level> levels) {

  /** A limit in the schedule's unit from so many seconds after its start. */
  public record Level(int startSeconds, BigDecimal limit) {}

  public ToldSchedule {
    levels = levels.stream().sorted(Comparator.comparingInt(Level::startSeconds)).toList();
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("a schedule has a level");
    }
  }

  /** The one in force so many seconds after the start; the first also before it. */
  public Level at(long seconds) {
    Level found = levels.getFirst();
    for (Level level : levels) {
      if (level.startSeconds() <= seconds) {
        found = level;
      }
    }
    return found;
  }
}
