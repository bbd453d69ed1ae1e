package dev.headroom.core.share;

import dev.headroom.core.electrical.Phasor;
import java.util.Arrays;
import java.util.List;

/** What each arc carries now, as a vector, and whether more fits. Kept up by differences. */
final class Flows {

  /** Sums of doubles may miss by this much. */
  static final double TOLERANCE = 1e-6;

  final double[] re;
  final double[] im;

  private final Wires wires;
  private final double[] keptRe;
  private final double[] keptIm;

  Flows(Wires wires) {
    this.wires = wires;
    re = new double[wires.mostArcs];
    im = new double[wires.mostArcs];
    keptRe = new double[wires.mostArcs];
    keptIm = new double[wires.mostArcs];
  }

  /**
   * Starts anew with nobody drawing anything. What is to be taken off a bound of one direction
   * makes its {@link Limits} wider, so here is only what others have to take off.
   */
  void reset(double[][] taken) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    for (int arc = 0; arc < wires.arcs() && !wires.isPlain(); arc++) {
      takeOff(arc, wires.bundles().members(arc), taken[wires.bundles().firstBoundOf(arc)]);
    }
  }

  private void takeOff(int arc, int members, double[] taken) {
    List<Phasor> directions = wires.bundles().bound(arc).directions();
    for (int d = 0; taken.length > 1 && d < taken.length; d++) {
      if (taken[d] != 0 && (members >> d & 1) != 0) {
        re[arc] -= taken[d] * directions.get(d).re();
        im[arc] -= taken[d] * directions.get(d).im();
      }
    }
  }

  /** Notes what flows now, for {@link #goBack()}. */
  void keep() {
    System.arraycopy(re, 0, keptRe, 0, re.length);
    System.arraycopy(im, 0, keptIm, 0, im.length);
  }

  void goBack() {
    System.arraycopy(keptRe, 0, re, 0, re.length);
    System.arraycopy(keptIm, 0, im, 0, im.length);
  }

  /** A port draws so much more. */
  void add(int port, double milliamps) {
    int end = wires.firstTap[port + 1];
    for (int tap = wires.firstTap[port]; tap < end; tap++) {
      re[wires.arcOf[tap]] += wires.re[tap] * milliamps;
    }
    for (int tap = wires.isPlain() ? end : wires.firstTap[port]; tap < end; tap++) {
      im[wires.arcOf[tap]] += wires.im[tap] * milliamps;
    }
  }

  /** Whether every arc keeps its limit. */
  boolean isWithin(Limits limits) {
    for (int arc = 0; arc < wires.arcs(); arc++) {
      if (!isWithin(re[arc], im[arc], limits.of[arc])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first tap whose arc would not keep its limit if a port drew so much more; {@link
   * Course#NO_TAP} if all would.
   */
  int brokenAt(int port, double milliamps, Limits limits) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (isBroken(tap, milliamps, limits)) {
        return tap;
      }
    }
    return Course.NO_TAP;
  }

  /** Whether a tap's arc would not keep its limit if its port drew so much more. */
  boolean isBroken(int tap, double milliamps, Limits limits) {
    int arc = wires.arcOf[tap];
    return !isWithin(
        re[arc] + wires.re[tap] * milliamps, im[arc] + wires.im[tap] * milliamps, limits.of[arc]);
  }

  /**
   * Which bound a port would break that is known to break one if it drew so much more: a preferred
   * one if it is among them, else the first.
   */
  int brokenBound(int port, int preferred, double milliamps, Limits limits) {
    int first = Integer.MAX_VALUE;
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (isBroken(tap, milliamps, limits)) {
        int arc = wires.arcOf[tap];
        double carried =
            magnitude(re[arc] + wires.re[tap] * milliamps, im[arc] + wires.im[tap] * milliamps);
        if (limits.isUpTo(preferred, arc, carried - TOLERANCE)) {
          return preferred;
        }
        first = Math.min(first, limits.firstUpTo(arc, carried - TOLERANCE));
      }
    }
    return first;
  }

  private static boolean isWithin(double re, double im, double most) {
    double limit = most + TOLERANCE;
    return limit >= 0 && re * re + im * im <= limit * limit;
  }

  /**
   * The tap of the first bound that is full for a port: over-full, or carrying its room in an arc
   * that more of the port would load more; {@link Course#NO_TAP} if there is none.
   */
  int fullAt(int port, Limits limits) {
    int first = Course.NO_TAP;
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (isFull(tap, limits.of[wires.arcOf[tap]])
          && (first == Course.NO_TAP || fullBound(tap, limits) < fullBound(first, limits))) {
        first = tap;
      }
    }
    return first;
  }

  /** The first bound of a tap whose arc is full. */
  int fullBound(int tap, Limits limits) {
    int arc = wires.arcOf[tap];
    double carried = magnitude(re[arc], im[arc]);
    return limits.firstUpTo(arc, carried + Limits.near(carried));
  }

  /** Whether any arc has no room left. */
  boolean isFullAnywhere(Limits limits) {
    for (int arc = 0; arc < wires.arcs(); arc++) {
      double limit = limits.of[arc];
      double less = limit - Limits.near(limit);
      if (less < 0 || re[arc] * re[arc] + im[arc] * im[arc] > less * less) {
        return true;
      }
    }
    return false;
  }

  private boolean isFull(int tap, double limit) {
    int arc = wires.arcOf[tap];
    double carried = magnitude(re[arc], im[arc]);
    if (limit < 0 || carried > limit + TOLERANCE) {
      return true;
    }
    return carried > limit - Limits.near(limit) && wires.adds(tap, re[arc], im[arc]);
  }

  private static double magnitude(double re, double im) {
    return Math.sqrt(re * re + im * im);
  }

  /** How much more of a tap fits its arc; less than nothing if that is over-full. */
  double fits(int tap, Limits limits) {
    int arc = wires.arcOf[tap];
    if (isBroken(tap, 0, limits)) {
      return Double.NEGATIVE_INFINITY;
    }
    return wires.re[tap] == 0 && wires.im[tap] == 0
        ? Double.POSITIVE_INFINITY
        : full(arc, wires.re[tap], wires.im[tap], limits);
  }

  /** How far an arc may still go along a slope. */
  double full(int arc, double slopeRe, double slopeIm, Limits limits) {
    return Levels.full(re[arc], im[arc], slopeRe, slopeIm, limits.of[arc]);
  }
}
