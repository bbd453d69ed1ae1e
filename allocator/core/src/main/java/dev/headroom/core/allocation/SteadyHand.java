package dev.headroom.core.allocation;

import java.util.List;

/**
 * From where an EVSE is to where it should be: cuts at once where something would be overloaded,
 * otherwise not for less than an ampere; raises by half an ampere or more, or to the end.
 */
final class SteadyHand {

  private static final int WORTH_A_CUT = 1000;
  private static final int WORTH_A_RAISE = 500;

  private SteadyHand() {}

  /**
   * The next limit of every EVSE that takes part.
   *
   * @param last the limits as they stand
   * @param allowed the highest each may rise to now
   * @param likely bounds with the likely base load
   */
  static int[] next(
      List<EvseBook> books, int[] last, Target target, int[] allowed, List<Constraint> likely) {
    boolean[] mustYield = membersOfBrokenBounds(last, likely);
    int[] next = last.clone();
    for (int i = 0; i < next.length; i++) {
      int wanted = floorToStep(target.milliamps()[i]);
      if (wanted < last[i]) {
        boolean cut = mustYield[i] || wanted == 0 || last[i] - wanted >= WORTH_A_CUT;
        next[i] = cut ? wanted : last[i];
      } else {
        int reachable = floorToStep(Math.min(wanted, allowed[i]));
        boolean arrives = reachable == wanted && reachable > last[i];
        next[i] = arrives || reachable - last[i] >= WORTH_A_RAISE ? reachable : last[i];
      }
      next[i] = legal(next[i], books.get(i));
    }
    return next;
  }

  /** S6 and S4: 0 or at least the minimum, never above the rating. */
  private static int legal(int milliamps, EvseBook book) {
    int most = Math.min(milliamps, book.evse().maximumMilliamps());
    return most < book.evse().minimumMilliamps() ? 0 : most;
  }

  private static int floorToStep(int milliamps) {
    return milliamps / Target.STEP * Target.STEP;
  }

  private static boolean[] membersOfBrokenBounds(int[] last, List<Constraint> likely) {
    boolean[] members = new boolean[last.length];
    for (Constraint constraint : likely) {
      if (!constraint.holds(last)) {
        for (int member : constraint.members()) {
          members[member] = true;
        }
      }
    }
    return members;
  }
}
