package dev.headroom.core.allocation;

import java.util.List;

/** What S9 leaves the EVSEs on each conductor now. */
final class BlindTimes {

  private final Flows pausedUnprovenStanding;
  private final Flows paused;
  private final Flows pausedAndUnproven;

  private BlindTimes(Grid grid, List<EvseBook> books, int[] most) {
    int[] fallbacks = new int[most.length];
    int[] withUnproven = new int[most.length];
    int[] withStanding = new int[most.length];
    for (int port = 0; port < most.length; port++) {
      EvseBook book = books.get(port);
      if (grid.unproven().get(port)) {
        withUnproven[port] = Math.max(most[port], book.maximum());
      } else {
        fallbacks[port] = pausedFallback(book);
        withUnproven[port] = fallbacks[port];
      }
      boolean stands = !grid.unproven().get(port) && !book.takesPart();
      withStanding[port] = withUnproven[port] + (stands ? most[port] : 0);
    }
    paused = grid.sources().flows(fallbacks);
    pausedAndUnproven = grid.sources().flows(withUnproven);
    pausedUnprovenStanding = grid.sources().flows(withStanding);
  }

  /** Milliamperes for each conductor, in the grid's order, beside its swinging base load. */
  static Blind room(Grid grid, List<EvseBook> books, int[] most, Swings bases) {
    BlindTimes times = new BlindTimes(grid, books, most);
    int conductors = grid.conductors().size();
    double[] likely = new double[conductors];
    double[] sure = new double[conductors];
    for (int i = 0; i < conductors; i++) {
      likely[i] = times.on(grid.conductors().get(i), bases.lowest(i));
      sure[i] = times.on(grid.conductors().get(i), bases.highest(i));
    }
    return new Blind(likely, sure);
  }

  private double on(Conductor conductor, int base) {
    double withoutLinks = conductor.blind().besideWithoutLinks(base);
    return Math.min(
        conductor.blind().besideWithoutMeter(base),
        withoutLinks - unsaid(conductor.carrier(), withoutLinks));
  }

  /**
   * What EVSEs draw without links whatever their limits say: the fallback of one that is paused,
   * and the rated maximum of one whose fallback is not proven (S10). Where the latter alone are too
   * much no limit can help, and the others are held to what is left without them.
   */
  private double unsaid(Carrier carrier, double room) {
    double together = carrier.most(pausedUnprovenStanding);
    return carrier.most(together <= room ? pausedAndUnproven : paused);
  }

  private static int pausedFallback(EvseBook book) {
    int fallback = book.evse().fallbackMilliamps();
    boolean paused = book.takesPart() && book.lastIssued().orElse(fallback) < fallback;
    return paused ? fallback : 0;
  }
}
