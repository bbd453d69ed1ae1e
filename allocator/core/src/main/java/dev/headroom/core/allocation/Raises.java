package dev.headroom.core.allocation;

import java.util.List;
import java.util.Optional;

/**
 * How far each EVSE may rise now (S1): with the base load that is sure and every other EVSE at its
 * most, every bound must hold. Where that is impossible already, nobody on it rises.
 */
final class Raises {

  private Raises() {}

  /**
   * The highest limit each EVSE may be given on the way to its target.
   *
   * @param most what each can draw now at the most
   * @param bounds with the sure base load and nothing of the EVSEs taken off
   */
  static int[] allowed(List<EvseBook> books, int[] most, Target target, List<Constraint> bounds) {
    int n = books.size();
    int[] upper = most.clone();
    int[] weight = new int[n];
    Floors floors = new Floors(most, bounds);
    for (int i = 0; i < n; i++) {
      weight[i] = books.get(i).evse().weight();
    }
    for (int i : Target.inOrder(books)) {
      int minimum = Target.minimum(books.get(i).evse());
      if (target.milliamps()[i] >= minimum && floors.admit(i, minimum).isEmpty()) {
        upper[i] = Math.max(most[i], target.milliamps()[i]);
      }
    }
    int[] lower = floors.admitted();
    WaterFilling.Filled filled = WaterFilling.fill(lower, upper, weight, bounds);
    int[] allowed = filled.milliamps();
    for (int i = 0; i < n; i++) {
      if (onBrokenBound(i, most, bounds)) {
        allowed[i] = books.get(i).lastIssued().orElse(0);
      }
    }
    return allowed;
  }

  private static boolean onBrokenBound(int evse, int[] most, List<Constraint> bounds) {
    Optional<Constraint> broken = new Floors(most, bounds).admit(evse, most[evse]);
    return broken.isPresent();
  }
}
