package dev.headroom.core.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weighted max-min fair filling: all rise together, in proportion to their weights, each from its
 * lower bound on; whoever meets a bound stops there, the others go on. Exact to 1 mA per weight.
 */
final class WaterFilling {

  /** The currents, and what stopped each short of its upper bound. */
  record Filled(int[] milliamps, List<Optional<Constraint>> stoppedBy) {}

  private final int[] lower;
  private final int[] upper;
  private final int[] weight;
  private final List<Constraint> constraints;
  private final int[] filled;
  private final Constraint[] stoppedBy;
  private final boolean[] stopped;

  private WaterFilling(int[] lower, int[] upper, int[] weight, List<Constraint> constraints) {
    this.lower = lower;
    this.upper = upper;
    this.weight = weight;
    this.constraints = constraints;
    this.filled = lower.clone();
    this.stoppedBy = new Constraint[lower.length];
    this.stopped = new boolean[lower.length];
  }

  /**
   * Fills from {@code lower} to at most {@code upper}; where the lower bounds alone break a
   * constraint, its members stay at them.
   */
  static Filled fill(int[] lower, int[] upper, int[] weight, List<Constraint> constraints) {
    return new WaterFilling(lower, upper, weight, constraints).run();
  }

  private Filled run() {
    for (Constraint constraint : constraints) {
      if (!constraint.holds(filled)) {
        for (int member : constraint.members()) {
          stop(member, constraint);
        }
      }
    }
    int top = highestLevel();
    int level = 0;
    while (level < top) {
      level = highestFeasible(level, top);
      System.arraycopy(at(level), 0, filled, 0, filled.length);
      if (level < top) {
        stopWhoeverWouldBreakSomethingAt(level + 1);
      }
    }
    return new Filled(filled, Arrays.stream(stoppedBy).map(Optional::ofNullable).toList());
  }

  private void stopWhoeverWouldBreakSomethingAt(int level) {
    int[] above = at(level);
    for (Constraint constraint : constraints) {
      if (!constraint.holds(above)) {
        for (int member : constraint.members()) {
          if (above[member] > filled[member]) {
            stop(member, constraint);
          }
        }
      }
    }
  }

  private void stop(int member, Constraint constraint) {
    if (!stopped[member] && lower[member] < upper[member]) {
      stopped[member] = true;
      stoppedBy[member] = constraint;
    }
  }

  private int highestLevel() {
    int top = 0;
    for (int i = 0; i < upper.length; i++) {
      top = Math.max(top, Math.ceilDiv(upper[i], weight[i]));
    }
    return top;
  }

  private int highestFeasible(int feasible, int top) {
    int low = feasible;
    int high = top;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (feasible(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private boolean feasible(int level) {
    int[] candidate = at(level);
    for (Constraint constraint : constraints) {
      // One that the lower bounds break already is not made worse: its members are stopped.
      if (!constraint.holds(candidate) && constraint.load(candidate) > constraint.load(filled)) {
        return false;
      }
    }
    return true;
  }

  private int[] at(int level) {
    int[] currents = filled.clone();
    for (int i = 0; i < currents.length; i++) {
      if (!stopped[i]) {
        long risen = Math.max(lower[i], Math.min((long) upper[i], (long) level * weight[i]));
        currents[i] = (int) risen;
      }
    }
    return currents;
  }
}
