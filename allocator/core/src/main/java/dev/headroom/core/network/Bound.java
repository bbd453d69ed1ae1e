package dev.headroom.core.network;

import dev.headroom.core.electrical.Phasor;
import java.util.List;

/**
 * One thing of a site that can be overloaded. What it carries is the largest that any choice of its
 * loads can add up to, each anywhere between 0 and its current: where all directions lie within 90°
 * of each other that is |Σ I·e^jθ| of all, since no load can cancel another; where they don't (a
 * neutral, the primary side of a delta-wye transformer), less load can mean more current, and the
 * largest |Σ| over {@link #arcs()} bounds it from above. Either way it never falls when a load
 * rises.
 *
 * @param directions units, no two alike; one alone makes the sum plain
 * @param arcs sets of directions as bit masks, enough of them to contain the worst
 */
public record Bound(Place place, List<Phasor> directions, List<Integer> arcs, List<Load> loads) {

  public Bound {
    directions = List.copyOf(directions);
    arcs = List.copyOf(arcs);
    loads = List.copyOf(loads);
  }

  /** With its arcs worked out from its directions. */
  public static Bound of(Place place, List<Phasor> directions, List<Load> loads) {
    return new Bound(place, directions, Arcs.of(directions), loads);
  }

  /** Whether less load can mean more current here. */
  public boolean isEnvelope() {
    return arcs.size() > 1;
  }

  /**
   * What it carries.
   *
   * @param sums the magnitude in each direction; where one is negative it is taken off, which is
   *     the caller's to answer for
   */
  public double carried(double[] sums) {
    double largest = 0;
    for (int arc : arcs) {
      largest = Math.max(largest, together(sums, arc));
    }
    return largest;
  }

  /** What flows while each load draws its whole current: |Σ| of all. */
  public double flowing(double[] sums) {
    return together(sums, -1);
  }

  /**
   * What it costs to be safe here: by how much what is counted exceeds what flows while each load
   * draws its whole current. 0 but for an envelope.
   */
  public double envelopeLoss(double[] sums) {
    return carried(sums) - flowing(sums);
  }

  private double together(double[] sums, int arc) {
    double re = 0;
    double im = 0;
    for (int d = 0; d < sums.length; d++) {
      if ((arc >> d & 1) != 0) {
        re += sums[d] * directions.get(d).re();
        im += sums[d] * directions.get(d).im();
      }
    }
    return Math.sqrt(re * re + im * im);
  }

  /** The magnitude in each direction when every EVSE draws this on all of its sources. */
  public double[] sums(int[] milliamps) {
    double[] sums = new double[directions.size()];
    for (Load load : loads) {
      sums[load.direction()] += load.factor() * milliamps[load.port()];
    }
    return sums;
  }
}
