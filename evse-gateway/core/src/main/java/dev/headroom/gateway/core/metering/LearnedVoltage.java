package dev.headroom.gateway.core.metering;

import java.time.Duration;
import java.time.Instant;

/**
 * The voltage to reckon with where a charger takes limits in watts, in thousandths of its site's:
 * the lower it is, the more current the same watts let flow. What the charger measures sinks at
 * once and rises slowly, and is never above the site's own: a charger may reckon with that. Of one
 * that measures none, or has fallen silent, the lowest that may be expected.
 */
public final class LearnedVoltage {

  /** The site's own. */
  public static final int NOMINAL_PERMILLE = 1000;

  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** Each sample brings it by this part nearer to a voltage that is higher. */
  private static final int SLOWNESS = 16;

  private final int lowestPermille;
  private int learnedPermille;
  private Instant toldAt = Instant.MIN;

  public LearnedVoltage(int lowestPermille) {
    this.lowestPermille = lowestPermille;
  }

  /** The charger has measured this on the lowest of its phases. */
  public void told(int permille, Instant now) {
    boolean news = isForgotten(now) || permille < learnedPermille;
    learnedPermille += news ? permille - learnedPermille : rise(permille);
    toldAt = now;
  }

  private int rise(int permille) {
    return Math.ceilDiv(permille - learnedPermille, SLOWNESS);
  }

  /** The lowest that is plausible now. */
  public int lowestPermille(Instant now) {
    return isForgotten(now) ? lowestPermille : Math.min(learnedPermille, NOMINAL_PERMILLE);
  }

  private boolean isForgotten(Instant now) {
    return toldAt.equals(Instant.MIN) || now.isAfter(toldAt.plus(REMEMBERED));
  }
}
