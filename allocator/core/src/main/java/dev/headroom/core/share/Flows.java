package dev.headroom.core.share;

import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import java.util.List;

/** What each arc carries now, as a vector, and whether more fits. Kept up by differences. */
final class Flows {

  /** Sums of doubles may miss by this much. */
  static final double TOLERANCE = 1e-6;

  /** Opposes the flow of an arc by more than rounding explains. */
  private static final double OPPOSED = -1e-9;

  final double[] re;
  final double[] im;

  private final Wires wires;

  Flows(Wires wires) {
    this.wires = wires;
    re = new double[wires.arcs];
    im = new double[wires.arcs];
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

  /** A port draws so much more. */
  void add(int port, double milliamps) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      int arc = wires.arcOf[tap];
      re[arc] += wires.re[tap] * milliamps;
      im[arc] += wires.im[tap] * milliamps;
    }
  }

  /**
   * The bound that would not keep its room if a port drew so much more; {@link Shares#NOTHING} if
   * all would.
   *
   * @param room of each bound
   */
  int brokenBy(int port, double milliamps, double[] room) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (breaks(tap, milliamps, room)) {
        return wires.boundOf[wires.arcOf[tap]];
      }
    }
    return Shares.NOTHING;
  }

  /** Whether this one bound would not. */
  boolean isBrokenBy(int port, double milliamps, int bound, double[] room) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (wires.boundOf[wires.arcOf[tap]] == bound && breaks(tap, milliamps, room)) {
        return true;
      }
    }
    return false;
  }

  private boolean breaks(int tap, double milliamps, double[] room) {
    int arc = wires.arcOf[tap];
    double sumRe = re[arc] + wires.re[tap] * milliamps;
    double sumIm = im[arc] + wires.im[tap] * milliamps;
    double limit = room[wires.boundOf[arc]] + TOLERANCE;
    return wires.live[tap] && (limit < 0 || sumRe * sumRe + sumIm * sumIm > limit * limit);
  }

  /**
   * The first bound that is full for a port: over-full, or carrying its room in an arc that more of
   * the port would load more; {@link Shares#NOTHING} if there is none.
   */
  int fullFor(int port, double[] room) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      if (wires.live[tap] && isFullFor(tap, room[wires.boundOf[wires.arcOf[tap]]])) {
        return wires.boundOf[wires.arcOf[tap]];
      }
    }
    return Shares.NOTHING;
  }

  private boolean isFullFor(int tap, double room) {
    int arc = wires.arcOf[tap];
    double magnitude = Math.sqrt(re[arc] * re[arc] + im[arc] * im[arc]);
    if (room < 0 || magnitude > room + TOLERANCE) {
      return true;
    }
    double more = re[arc] * wires.re[tap] + im[arc] * wires.im[tap];
    return magnitude > room - near(room) && more >= OPPOSED * magnitude && loads(tap);
  }

  private boolean loads(int tap) {
    return wires.re[tap] != 0 || wires.im[tap] != 0;
  }

  /** What the sum may miss of a room it has been filled to. */
  private static double near(double room) {
    return TOLERANCE + room * 1e-12;
  }

  /** How far an arc may still go along a slope. */
  double full(int arc, double slopeRe, double slopeIm, double[] room) {
    return Levels.full(re[arc], im[arc], slopeRe, slopeIm, room[wires.boundOf[arc]]);
  }
}
