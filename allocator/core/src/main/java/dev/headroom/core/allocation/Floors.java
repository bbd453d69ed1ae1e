package dev.headroom.core.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets EVSEs in one after the other, each with a lump it can't do with less of (S6: 0 or at least
 * its minimum), as long as every bound holds.
 */
final class Floors {

  private final int[] milliamps;
  private final List<Constraint> constraints;

  /**
   * @param taken milliamperes of each EVSE that are there already
   */
  Floors(int[] taken, List<Constraint> constraints) {
    this.milliamps = taken.clone();
    this.constraints = new ArrayList<>(constraints);
  }

  /** Lets one in at its lump; or says what has no room for it, and leaves all as it was. */
  Optional<Constraint> admit(int evse, int lump) {
    int before = milliamps[evse];
    milliamps[evse] = Math.max(before, lump);
    Optional<Constraint> broken =
        constraints.stream()
            .filter(constraint -> contains(constraint, evse))
            .filter(constraint -> !constraint.holds(milliamps))
            .findFirst();
    if (broken.isPresent()) {
      milliamps[evse] = before;
    }
    return broken;
  }

  /** Lets one in that must never be paused, room or not. */
  void admitAnyway(int evse, int lump) {
    milliamps[evse] = Math.max(milliamps[evse], lump);
  }

  int[] admitted() {
    return milliamps.clone();
  }

  private static boolean contains(Constraint constraint, int evse) {
    for (int member : constraint.members()) {
      if (member == evse) {
        return true;
      }
    }
    return false;
  }
}
