package dev.headroom.core.share;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import java.util.List;

/**
 * What every bound of a network may carry of its ports' currents now: base load and whatever else
 * is known is taken off already. Milliamperes; milliwatts for power. A negative room stops
 * everybody.
 *
 * @param filling for each bound, up to where ports may be filled
 * @param floors for each bound, up to where ports may be let in at their least; never below {@code
 *     filling}: a ceiling that may not pause anybody is not counted here
 * @param taken for each bound and direction, what is to be taken off its sum: what EVSEs certainly
 *     drew already when a meter measured. Never more than the standing currents add up to there
 */
public record Room(double[] filling, double[] floors, double[][] taken) {

  /** For each bound the same room to fill and for floors, and nothing taken off. */
  public static Room of(Network network, double... room) {
    List<Bound> bounds = network.bounds();
    double[][] taken = new double[bounds.size()][];
    for (int b = 0; b < taken.length; b++) {
      taken[b] = new double[bounds.get(b).directions().size()];
    }
    return new Room(room, room.clone(), taken);
  }
}
