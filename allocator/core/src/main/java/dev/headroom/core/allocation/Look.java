package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.demand.Demand;
import dev.headroom.core.site.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A site as one look finds it, before anything is decided.
 *
 * @param most what each EVSE may draw now (S1), milliamperes
 * @param flows the same in the sources that its vehicle uses
 * @param bases the base load in every bound that is watched, by its place
 * @param caps what caps each of these, by its place; none if nothing does
 * @param demand what is remembered for its demand cap, this look included
 * @param swings how the base loads have swung, this look included
 * @param blind what S9 leaves beside them
 */
record Look(
    Known known,
    int[] most,
    Flows flows,
    List<BaseLoad> bases,
    List<List<Cap>> caps,
    Demand demand,
    Swings swings,
    Blind blind) {

  static Look at(Known known) {
    Grid grid = known.grid();
    List<EvseBook> books = known.books();
    Instant now = known.now();
    int[] most = new int[books.size()];
    for (int port = 0; port < most.length; port++) {
      most[port] = books.get(port).most(now);
    }
    Flows flows = grid.sources().flows(most, known.recall().sources());
    List<BaseLoad> bases = BaseLoads.everywhere(known, flows);
    DemandLook power = new DemandLook(grid, bases, flows);
    Demand demand = power.next(known.recall().memory().demand(), now);
    Swings swings = swings(known, bases).allowing(power.allowedWatts(demand), now);
    List<InForce> inForce = inForce(grid.control().mode(), known.ceilings(), now);
    Caps caps = new Caps(grid, inForce, swings.allowed());
    Blind blind = BlindTimes.room(grid, books, most, swings);
    return new Look(known, most, flows, bases, caps.everywhere(), demand, swings, blind);
  }

  private static Swings swings(Known known, List<BaseLoad> bases) {
    double[] likely =
        known.grid().conductors().stream()
            .mapToDouble(conductor -> bases.get(conductor.place()).likely())
            .toArray();
    Duration window = BaseLoads.window(known.grid().control().raiseDelay());
    return known.swings().next(likely, window, known.now());
  }

  private static List<InForce> inForce(Control.Mode mode, Ceilings ceilings, Instant now) {
    return switch (mode) {
      case STATIC, DYNAMIC -> ceilings.ofOperatorAt(now);
      case DEMAND_RESPONSE -> ceilings.at(now);
    };
  }

  Grid grid() {
    return known.grid();
  }

  List<EvseBook> books() {
    return known.books();
  }

  Recall recall() {
    return known.recall();
  }

  /** Every port draws this on those of its sources that its vehicle uses. */
  Flows flows(int[] milliampsOfPort) {
    return grid().sources().flows(milliampsOfPort, recall().sources());
  }
}
