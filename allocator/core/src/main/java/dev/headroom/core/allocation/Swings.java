package dev.headroom.core.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the likely base load of each conductor has swung lately, in the grid's order; none before the
 * first look. What S9 leaves follows it with a steady hand: the blind time that it provides for
 * lies ahead, and samples that lag make the likely base load swing by amperes after every change of
 * a limit.
 *
 * @param allowedWatts how what the demand cap allows has swung: it jumps as a time of high power
 *     falls out of its window, and falls again as soon as somebody makes use of that
 */
record Swings(List<Swing> conductors, Optional<Swing> allowedWatts) {

  static final Swings NONE = new Swings(List.of(), Optional.empty());

  /** For so long the demand cap has to allow more before anybody gets it. */
  private static final Duration STEADY = Duration.ofSeconds(30);

  Swings next(double[] likely, Duration window, Instant now) {
    Swing[] next = new Swing[likely.length];
    for (int i = 0; i < next.length; i++) {
      next[i] =
          conductors.isEmpty()
              ? Swing.of(likely[i], now)
              : conductors.get(i).next(likely[i], window, now);
    }
    return new Swings(List.of(next), allowedWatts);
  }

  /** With what the demand cap allows now; empty without one. */
  Swings allowing(OptionalLong watts, Instant now) {
    if (watts.isEmpty()) {
      return new Swings(conductors, Optional.empty());
    }
    Swing next =
        allowedWatts
            .map(swing -> swing.next(watts.getAsLong(), STEADY, now))
            .orElseGet(() -> Swing.of(watts.getAsLong(), now));
    return new Swings(conductors, Optional.of(next));
  }

  /** What the demand cap has allowed all along; empty without one. */
  OptionalLong allowed() {
    return allowedWatts.isPresent()
        ? OptionalLong.of((long) allowedWatts.get().lowest())
        : OptionalLong.empty();
  }

  /** What cuts: a base load that has been so high for a whole window. */
  int lowest(int conductor) {
    return (int) Math.ceil(conductors.get(conductor).lowest());
  }

  /** What lets rise: a base load that has not been higher for a whole window. */
  int highest(int conductor) {
    return (int) Math.ceil(conductors.get(conductor).highest());
  }
}
