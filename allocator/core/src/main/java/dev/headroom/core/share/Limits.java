package dev.headroom.core.share;

/**
 * What each arc may carry, what is to be taken off a bound of one direction included: the least of
 * the bounds that have the arc.
 */
final class Limits {

  /** By arc. */
  final double[] of;

  private final Wires wires;

  /** For each bound of each arc, as {@link Bundles} orders them. */
  private final double[] each;

  Limits(Wires wires) {
    this.wires = wires;
    of = new double[wires.mostArcs];
    each = new double[wires.mostArcs];
  }

  /** A negative room stops everybody, whatever is taken off. */
  void set(double[] room, double[][] taken) {
    Bundles bundles = wires.bundles();
    for (int arc = 0; arc < bundles.arcs(); arc++) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = bundles.firstBound[arc]; i < bundles.firstBound[arc + 1]; i++) {
        int bound = bundles.boundOf[i];
        boolean isPlain = room[bound] >= 0 && taken[bound].length == 1;
        each[i] = isPlain ? room[bound] + taken[bound][0] : room[bound];
        least = Math.min(least, each[i]);
      }
      of[arc] = least;
    }
  }

  /** The first bound of an arc that is full when the tightest is. */
  int firstFull(int arc) {
    return firstUpTo(arc, of[arc] + near(of[arc]));
  }

  /** The first bound of an arc that may carry no more than this; if none, then the tightest. */
  int firstUpTo(int arc, double carried) {
    double most = Math.max(of[arc], carried);
    int i = wires.bundles().firstBound[arc];
    while (each[i] > most) {
      i++;
    }
    return wires.bundles().boundOf[i];
  }

  /** Whether a bound has an arc and may carry no more than this there. */
  boolean isUpTo(int bound, int arc, double carried) {
    Bundles bundles = wires.bundles();
    for (int i = bundles.firstBound[arc]; i < bundles.firstBound[arc + 1]; i++) {
      if (bundles.boundOf[i] == bound) {
        return each[i] <= Math.max(of[arc], carried);
      }
    }
    return false;
  }

  /** What a sum may miss of a limit it has been filled to. */
  static double near(double limit) {
    return Flows.TOLERANCE + limit * 1e-12;
  }
}
