package dev.headroom.cli.simulate.run;

import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.stays.Stay;
import java.util.Arrays;
import java.util.List;

/** Keeps the books of a run: what each stay waited for, and what each bound carried. */
final class Ledger {

  private static final long NEVER = -1;

  private final Plant plant;
  private final long[] firstCurrentMillis;
  private final long[] pausedMillis;
  private final double[] largest;
  private final long[] exceededMillis;
  private final double[] carried;
  private long peakMilliwatts;

  Ledger(Plant plant, int stays) {
    this.plant = plant;
    this.firstCurrentMillis = new long[stays];
    this.pausedMillis = new long[stays];
    int bounds = plant.limits().length;
    this.largest = new double[bounds];
    this.exceededMillis = new long[bounds];
    this.carried = new double[bounds];
    Arrays.fill(firstCurrentMillis, NEVER);
  }

  /** The ports drew this for so long beside the base load, which is given by bound. */
  void note(long nowMillis, long untilMillis, Bays bays, int[] milliamps, double[] base) {
    plant.reckoning().carried(milliamps, carried);
    for (int bound = 0; bound < carried.length; bound++) {
      double current = carried[bound] + base[bound];
      largest[bound] = Math.max(largest[bound], current);
      if (current > plant.limits()[bound] + plant.slack(bound)) {
        exceededMillis[bound] += untilMillis - nowMillis;
      }
    }
    long drawn = 0;
    for (int port = 0; port < milliamps.length; port++) {
      drawn += plant.ports().get(port).drawnMilliwatts(milliamps[port]);
      if (bays.wants(port)) {
        note(bays.stayAt(port), milliamps[port], nowMillis, untilMillis);
      }
    }
    peakMilliwatts = Math.max(peakMilliwatts, drawn);
  }

  private void note(int stay, int milliamps, long nowMillis, long untilMillis) {
    if (milliamps == 0) {
      pausedMillis[stay] += untilMillis - nowMillis;
    } else if (firstCurrentMillis[stay] == NEVER) {
      firstCurrentMillis[stay] = nowMillis;
    }
  }

  Books close(List<Stay> stays, long[] delivered) {
    long[] waitedMillis = new long[stays.size()];
    for (int stay = 0; stay < waitedMillis.length; stay++) {
      Stay of = stays.get(stay);
      long until =
          firstCurrentMillis[stay] == NEVER ? of.departureMillis() : firstCurrentMillis[stay];
      waitedMillis[stay] = until - of.arrivalMillis();
    }
    return new Books(
        stays, delivered, waitedMillis, pausedMillis, largest, exceededMillis, peakMilliwatts);
  }
}
