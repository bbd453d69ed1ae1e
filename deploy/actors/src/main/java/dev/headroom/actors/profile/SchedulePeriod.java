package dev.headroom.actors.profile;

import java.util.OptionalInt;

/**
 * A limit from an offset on.
 *
 * @param startSeconds after the schedule's beginning
 * @param limitThousandths milliamperes or milliwatts, by the schedule's unit
 * @param phases how many phases it counts for; three if it does not say
 */
public record SchedulePeriod(int startSeconds, long limitThousandths, OptionalInt phases) {

  public SchedulePeriod {
    if (startSeconds < 0) {
      throw new IllegalArgumentException("a period starts at 0 s or later, not " + startSeconds);
    }
    if (limitThousandths < 0) {
      throw new IllegalArgumentException("a limit is never negative: " + limitThousandths);
    }
    if (phases.isPresent() && (phases.getAsInt() < 1 || phases.getAsInt() > 3)) {
      throw new IllegalArgumentException("a charger has 1 to 3 phases, not " + phases.getAsInt());
    }
  }
}
