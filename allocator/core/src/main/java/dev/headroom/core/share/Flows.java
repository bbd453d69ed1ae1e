package dev.headroom.core.share;

import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
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
    re = new double[wires.arcs];
    im = new double[wires.arcs];
    keptRe = new double[wires.arcs];
    keptIm = new double[wires.arcs];
  }

  /** Starts anew with nobody drawing anything, but what is to be taken off. */
  void reset(Room room) {
    List<Bound> bounds = wires.network().bounds();
    int arc = 0;
    for (int b = 0; b < bounds.size(); b++) {
      Bound bound = bounds.get(b);
      for (int a = 0; a < bound.arcs().size(); a++, arc++) {
        takeOff(arc, bound.arcs().get(a), bound.directions(), room.taken()[b]);
      }
    }
  }

  private void takeOff(int arc, int members, List<Phasor> directions, double[] taken) {
    re[arc] = 0;
    im[arc] = 0;
    if (taken.length == 1) {
      re[arc] = -taken[0];
      return;
    }
    for (int d = 0; d < taken.length; d++) {
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

  /** Whether every arc keeps its bound's room. */
  boolean isWithin(double[] room) {
    for (int arc = 0; arc < re.length; arc++) {
      if (!isWithin(re[arc], im[arc], room[wires.boundOf[arc]])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first tap whose arc would not keep its room if a port drew so much more; {@link
   * Course#NO_TAP} if all would.
   *
   * @param room of each bound
   */
  int brokenAt(int port, double milliamps, double[] room) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (isBroken(tap, milliamps, room)) {
        return tap;
      }
    }
    return Course.NO_TAP;
  }

  /** The same, but the bound of a preferred tap comes before all others. */
  int brokenAt(int port, int preferred, double milliamps, double[] room) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (preferred != Course.NO_TAP
          && wires.boundOf[wires.arcOf[tap]] == wires.boundOf[wires.arcOf[preferred]]
          && isBroken(tap, milliamps, room)) {
        return tap;
      }
    }
    return brokenAt(port, milliamps, room);
  }

  /** Whether a tap's arc would not keep its room if its port drew so much more. */
  boolean isBroken(int tap, double milliamps, double[] room) {
    int arc = wires.arcOf[tap];
    return wires.live[tap]
        && !isWithin(
            re[arc] + wires.re[tap] * milliamps,
            im[arc] + wires.im[tap] * milliamps,
            room[wires.boundOf[arc]]);
  }

  private static boolean isWithin(double re, double im, double room) {
    double limit = room + TOLERANCE;
    return limit >= 0 && re * re + im * im <= limit * limit;
  }

  /**
   * The first tap whose bound is full for a port: over-full, or carrying its room in an arc that
   * more of the port would load more; {@link Course#NO_TAP} if there is none.
   */
  int fullAt(int port, double[] room) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (wires.live[tap] && isFull(tap, room[wires.boundOf[wires.arcOf[tap]]])) {
        return tap;
      }
    }
    return Course.NO_TAP;
  }

  /** Whether any bound has no room left. */
  boolean isFullAnywhere(double[] room) {
    for (int arc = 0; arc < re.length; arc++) {
      double limit = room[wires.boundOf[arc]];
      double less = limit - near(limit);
      if (less < 0 || re[arc] * re[arc] + im[arc] * im[arc] > less * less) {
        return true;
      }
    }
    return false;
  }

  private boolean isFull(int tap, double room) {
    int arc = wires.arcOf[tap];
    double magnitude = Math.sqrt(re[arc] * re[arc] + im[arc] * im[arc]);
    if (room < 0 || magnitude > room + TOLERANCE) {
      return true;
    }
    return magnitude > room - near(room) && wires.adds(tap, re[arc], im[arc]);
  }

  /** What the sum may miss of a room it has been filled to. */
  private static double near(double room) {
    return TOLERANCE + room * 1e-12;
  }

  /** How much more of a tap fits its arc; less than nothing if its bound is over-full. */
  double fits(int tap, double[] room) {
    int arc = wires.arcOf[tap];
    if (isBroken(tap, 0, room)) {
      return Double.NEGATIVE_INFINITY;
    }
    return wires.re[tap] == 0 && wires.im[tap] == 0
        ? Double.POSITIVE_INFINITY
        : full(arc, wires.re[tap], wires.im[tap], room);
  }

  /** How far an arc may still go along a slope. */
  double full(int arc, double slopeRe, double slopeIm, double[] room) {
    return Levels.full(re[arc], im[arc], slopeRe, slopeIm, room[wires.boundOf[arc]]);
  }
}
