package dev.headroom.core.share;

import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What bounds carry at worst, by trying every choice of the directions that meet there: no use is
 * made of arcs. Where a vehicle's lines are known, only they count.
 */
final class Subsets {

  private final Situation situation;

  Subsets(Situation situation) {
    this.situation = situation;
  }

  /** The places of all bounds. */
  IntStream places() {
    return IntStream.range(0, situation.network().bounds().size());
  }

  boolean loads(int port, int place) {
    return bound(place).loads().stream().anyMatch(it -> it.port() == port && counts(it));
  }

  /** The most that any choice of the directions there adds up to. */
  double worst(int place, double[] currents) {
    double[] sums = sums(place, currents);
    return choices(sums.length).mapToDouble(it -> sum(place, sums, it)).max().orElse(0);
  }

  /** Whether every bound that one of these ports loads keeps its room, but for so little. */
  boolean keeps(IntPredicate ports, double[] room, double[] currents, double little) {
    return places()
        .filter(b -> situation.ports().anyMatch(p -> ports.test(p) && loads(p, b)))
        .allMatch(b -> worst(b, currents) <= room[b] + little);
  }

  /** The choices of directions that carry more than the room when a port has so much more. */
  int[] broken(int place, int port, double more, double[] room, double[] currents) {
    double[] tried = currents.clone();
    tried[port] += more;
    double[] sums = sums(place, tried);
    return loads(port, place)
        ? choices(sums.length).filter(it -> sum(place, sums, it) > room[place]).toArray()
        : new int[0];
  }

  /** Whether a port's current points in one of the directions of a choice. */
  boolean isOf(int port, int place, int choice) {
    return bound(place).loads().stream()
        .anyMatch(it -> it.port() == port && counts(it) && (choice >> it.direction() & 1) != 0);
  }

  private static IntStream choices(int directions) {
    return IntStream.range(1, 1 << directions);
  }

  private double sum(int place, double[] sums, int choice) {
    double re = 0;
    double im = 0;
    List<Phasor> directions = bound(place).directions();
    for (int d = 0; d < sums.length; d++) {
      if ((choice >> d & 1) != 0) {
        re += sums[d] * directions.get(d).re();
        im += sums[d] * directions.get(d).im();
      }
    }
    return Math.hypot(re, im);
  }

  private double[] sums(int place, double[] currents) {
    double[] sums = new double[bound(place).directions().size()];
    for (Load load : bound(place).loads()) {
      if (counts(load)) {
        sums[load.direction()] += load.factor() * currents[load.port()];
      }
    }
    for (int d = 0; d < sums.length; d++) {
      sums[d] -= situation.room().taken()[place][d];
    }
    return sums;
  }

  private boolean counts(Load load) {
    return (situation.claims().sources()[load.port()] >> load.source() & 1) != 0;
  }

  private Bound bound(int place) {
    return situation.network().bounds().get(place);
  }
}
