package dev.headroom.core.breaker;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much EVSEs may draw together on one conductor so that its breaker stays closed through the
 * times in which nobody can act (S9). Judged on the nameplate, from a cold breaker; milliamperes.
 *
 * @param nameplate the breaker's
 * @param worstBase the most the base load can be
 * @param largestStep of the base load at once; undeclared it is all that is left up to the worst
 * @param riseWithinTtl of the base load while chargers follow their last limits; undeclared
 *     likewise
 * @param withoutMeter how long the loss of the meter or the allocator can stay without effect
 */
public record BlindTime(
    int nameplate,
    int worstBase,
    OptionalInt largestStep,
    OptionalInt riseWithinTtl,
    Duration withoutMeter) {

  /**
   * The allocator's lease, 1 s of clocks, 2 s to push to a charger and 5 s until it has settled.
   */
  private static final Duration AFTER_STALE = Duration.ofSeconds(10 + 1 + 2 + 5);

  /** How long it lasts until a lost meter or allocator has had its effect at the chargers: T1. */
  public static Duration withoutMeter(Duration staleAfter) {
    return staleAfter.plus(AFTER_STALE);
  }

  /**
   * (a) Meter or allocator lost: EVSEs, base load and one step keep D within half over {@link
   * #withoutMeter}. The most that EVSEs may then draw beside this base load; 0 and up.
   */
  public int besideWithoutMeter(int base) {
    long bearable = (long) nameplate * ThermalMeasure.highestPermilleFor(withoutMeter) / 1000;
    return remaining(bearable, base, largestStep);
  }

  /**
   * (b) All links lost together: EVSEs at their last limits, or falling back, and the base load
   * risen as far as it can, stay within the nameplate. The most that EVSEs may then draw beside
   * this base load; 0 and up.
   */
  public int besideWithoutLinks(int base) {
    return remaining(nameplate, base, riseWithinTtl);
  }

  private int remaining(long bearable, int base, OptionalInt rise) {
    long risen = rise.isPresent() ? Math.min((long) base + rise.getAsInt(), worstBase) : worstBase;
    return (int) Math.max(0, bearable - Math.max(base, risen));
  }
}
