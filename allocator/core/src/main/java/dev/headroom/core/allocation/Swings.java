package dev.headroom.core.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the likely base load of each conductor has swung lately, in the grid's order; none before the
 * first look. What S9 leaves follows it with a steady hand: the blind time that it provides for
 * lies ahead, and samples that lag make the likely base load swing by amperes after every change of
 * a limit.
 */
record Swings(List<Swing> conductors) {

  static final Swings NONE = new Swings(List.of());

  Swings next(double[] likely, Duration window, Instant now) {
    Swing[] next = new Swing[likely.length];
    for (int i = 0; i < next.length; i++) {
      next[i] =
          conductors.isEmpty()
              ? Swing.of(likely[i], now)
              : conductors.get(i).next(likely[i], window, now);
    }
    return new Swings(List.of(next));
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
