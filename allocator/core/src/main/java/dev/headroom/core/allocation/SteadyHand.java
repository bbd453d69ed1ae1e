package dev.headroom.core.allocation;

import dev.headroom.core.share.Room;

/**
 * From where an EVSE is to where it should be: cuts at once where something would be overloaded,
 * otherwise not for less than an ampere; raises by half an ampere or more, or to the end, but never
 * by more than half of the maximum at once.
 */
final class SteadyHand {

  private static final int WORTH_A_CUT = 1000;

  /** A smaller raise is made only where it arrives: that it waits is not worth telling. */
  static final int WORTH_A_RAISE = 500;

  private SteadyHand() {}

  /**
   * The next limit of every EVSE that takes part.
   *
   * @param last the limits as they stand
   * @param allowed the highest each may rise to now
   * @param likely room beside the likely base load
   */
  static int[] next(Look look, int[] last, Target target, int[] allowed, Rooms rooms, Room likely) {
    boolean[] mustYield = whoMustYield(look, last, rooms, likely);
    int[] next = last.clone();
    for (int i = 0; i < next.length; i++) {
      EvseBook book = look.books().get(i);
      if (!book.takesPart()) {
        continue;
      }
      int wanted = wakesUp(look, i) ? 0 : book.accepted(target.milliamps()[i]);
      if (wanted < last[i]) {
        boolean cut = mustYield[i] || wanted == 0 || last[i] - wanted >= WORTH_A_CUT;
        next[i] = cut ? wanted : last[i];
      } else {
        int open = look.recall().mayRise(i) ? look.recall().rampedFrom(last[i], i, book) : last[i];
        int reachable = book.accepted(Math.min(wanted, Math.min(open, allowed[i])));
        boolean arrives = reachable == wanted && reachable > last[i];
        next[i] = arrives || reachable - last[i] >= WORTH_A_RAISE ? reachable : last[i];
      }
      next[i] = legal(next[i], book);
    }
    return next;
  }

  /** One that can't pause is not woken. */
  static boolean wakesUp(Look look, int port) {
    return look.recall().wakesUp(port) && look.books().get(port).evse().pausable();
  }

  /** S6 and S4: 0 or at least the minimum, never above the rating. */
  private static int legal(int milliamps, EvseBook book) {
    int most = Math.min(milliamps, book.maximum());
    return most < book.evse().minimumMilliamps() ? 0 : most;
  }

  /** All who load a bound that would carry too much if the limits stayed as they are. */
  private static boolean[] whoMustYield(Look look, int[] last, Rooms rooms, Room likely) {
    int[] drawn = look.most().clone();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = look.books().get(i).takesPart() ? last[i] : drawn[i];
    }
    return rooms.overloading(likely, drawn);
  }
}
