package dev.headroom.core.allocation;

import dev.headroom.core.demand.Demand;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A site as one look finds it, before anything is decided.
 *
 * @param most what each EVSE may draw now (S1), milliamperes
 * @param bases the base load in every bound that is watched, by its place
 * @param caps what caps each of these, by its place; none if nothing does
 * @param recall what is remembered of it
 * @param demand what is remembered for its demand cap, this look included
 * @param blind what S9 leaves EVSEs on each conductor, in their order
 */
record Look(
    Grid grid,
    List<EvseBook> books,
    Instant now,
    int[] most,
    List<BaseLoad> bases,
    List<List<Cap>> caps,
    Recall recall,
    Demand demand,
    List<Double> blind) {

  /** Every port draws this on those of its sources that its vehicle uses. */
  Flows flows(IntUnaryOperator milliampsOfPort) {
    return flows(grid, recall, milliampsOfPort);
  }

  static Flows flows(Grid grid, Recall recall, IntUnaryOperator milliampsOfPort) {
    int[] sources = recall.sources();
    return Flows.of(
        grid.network(),
        (port, source) ->
            (sources[port] >> source & 1) == 0 ? 0 : milliampsOfPort.applyAsInt(port));
  }
}
