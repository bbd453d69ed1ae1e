package dev.headroom.core.allocation;

import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.network.Bound;
import dev.headroom.core.site.Circuit;
import java.util.List;

/** What S9 leaves the EVSEs on each conductor now. */
final class BlindTimes {

  private final Grid grid;
  private final Flows pausedUnprovenStanding;
  private final Flows paused;
  private final Flows pausedAndUnproven;

  private BlindTimes(Grid grid, List<EvseBook> books, int[] most) {
    this.grid = grid;
    Flows standing =
        grid.flows(port -> isProven(port) && !books.get(port).takesPart() ? most[port] : 0);
    paused = grid.flows(port -> isProven(port) ? pausedFallback(books.get(port)) : 0);
    Flows unproven =
        grid.flows(port -> isProven(port) ? 0 : Math.max(most[port], books.get(port).maximum()));
    pausedAndUnproven = paused.plus(grid.network(), unproven);
    pausedUnprovenStanding = pausedAndUnproven.plus(grid.network(), standing);
  }

  /** Milliamperes for each conductor, in the grid's order. */
  static List<Double> room(Grid grid, List<EvseBook> books, int[] most, List<BaseLoad> bases) {
    BlindTimes times = new BlindTimes(grid, books, most);
    return grid.conductors().stream()
        .map(
            conductor ->
                times.on(conductor, (int) Math.ceil(bases.get(conductor.place()).likely())))
        .toList();
  }

  private double on(Conductor conductor, int base) {
    Circuit circuit = conductor.circuit();
    BlindTime blind =
        new BlindTime(
            circuit.breakerMilliamps(),
            circuit.worstBaseMilliamps(conductor.phase()),
            circuit.rises().largestStepMilliamps(),
            circuit.rises().withinTtlMilliamps(),
            BlindTime.withoutMeter(grid.tree().site().control().staleAfter()));
    double withoutLinks = blind.besideWithoutLinks(base);
    return Math.min(
        blind.besideWithoutMeter(base), withoutLinks - unsaid(conductor.bound(), withoutLinks));
  }

  /**
   * What EVSEs draw without links whatever their limits say: the fallback of one that is paused,
   * and the rated maximum of one whose fallback is not proven (S10). Where the latter alone are too
   * much no limit can help, and the others are held to what is left without them.
   */
  private double unsaid(Bound bound, double room) {
    double together = pausedUnprovenStanding.most(bound);
    return (together <= room ? pausedAndUnproven : paused).most(bound);
  }

  private boolean isProven(int port) {
    return !grid.unproven().contains(port);
  }

  private static int pausedFallback(EvseBook book) {
    int fallback = book.evse().fallbackMilliamps();
    boolean paused = book.takesPart() && book.lastIssued().orElse(fallback) < fallback;
    return paused ? fallback : 0;
  }
}
