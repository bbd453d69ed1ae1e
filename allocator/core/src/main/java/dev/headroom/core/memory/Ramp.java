package dev.headroom.core.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Raises that follow each other within the raise delay add at most half of the rated maximum
 * together: for generators and voltage, whatever breakers would bear. Small ones, as they come when
 * others are seen to draw less, need not wait for each other. After a cut nothing is raised for the
 * raise delay: until samples have caught up with it, what is seen of the base load swings, and a
 * limit that followed would keep it swinging. A pause is no such cut: it ends when there is a turn.
 *
 * @param raised the last raises; empty once they do not matter
 * @param cutAt when it was last cut, and not to nothing; empty once that does not matter
 */
public record Ramp(Optional<Raised> raised, Optional<Instant> cutAt) {

  public static final Ramp NONE = new Ramp(Optional.empty(), Optional.empty());

  /**
   * Raises that followed each other.
   *
   * @param lastAt when the last of them was
   * @param from the limit before the first, milliamperes
   */
  public record Raised(Instant lastAt, int from) {}

  /**
   * The highest limit that it may be given now; milliamperes.
   *
   * @param limit its limit as it stands
   * @param floor the least that it may be given without a pause: the first step reaches it
   */
  public int atMost(int limit, int floor, int maximum, Duration raiseDelay, Instant now) {
    if (recentCut(raiseDelay, now).isPresent()) {
      return limit;
    }
    int from = recent(raiseDelay, now).map(it -> Math.min(it.from(), limit)).orElse(limit);
    return Math.max(limit, Math.max(floor, from + maximum / 2));
  }

  /** What follows from the limit that it is given. */
  public Ramp next(int limit, int given, Duration raiseDelay, Instant now) {
    Optional<Raised> recent = recent(raiseDelay, now);
    boolean isCut = given > 0 && given < limit;
    Optional<Instant> cut = isCut ? Optional.of(now) : recentCut(raiseDelay, now);
    if (given <= limit) {
      return new Ramp(recent, cut);
    }
    int from = recent.map(it -> Math.min(it.from(), limit)).orElse(limit);
    return new Ramp(Optional.of(new Raised(now, from)), cut);
  }

  private Optional<Instant> recentCut(Duration raiseDelay, Instant now) {
    return cutAt.filter(it -> now.isBefore(it.plus(raiseDelay)));
  }

  private Optional<Raised> recent(Duration raiseDelay, Instant now) {
    return raised.filter(it -> now.isBefore(it.lastAt().plus(raiseDelay)));
  }
}
