package dev.headroom.world.setting;

import dev.headroom.actors.load.LoadShape;
import dev.headroom.actors.load.SeededShape;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a building does with a worst case, so that sites can declare the truth. It wanders up to all
 * that a declared step leaves of the worst case, in waves of 10 to 30 minutes, and one such step
 * comes and goes.
 */
final class Building {

  /** A {@link SeededShape} never exceeds this of what it is given. */
  private static final double PEAK_SHARE = 0.6;

  /** In the middle of its wandering it is at this share of what a step leaves. */
  static final double USUAL_SHARE = 0.4 / PEAK_SHARE;

  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /**
   * A step is smaller than declared by what the load wanders while nobody can act (T1 of S9, 23 s),
   * so that both together stay within the declaration.
   */
  private static final double STEP_SHARE = 0.9;

  private Building() {}

  /** A load that is at most so much. */
  static LoadShape wandering(long seed, PerPhase atMost, Instant start) {
    Map<Phase, Integer> given = new EnumMap<>(Phase.class);
    atMost.values().forEach((phase, most) -> given.put(phase, (int) (most / PEAK_SHARE)));
    return new SeededShape(seed, new PerPhase(given), start, SHORTEST, LONGEST);
  }

  /** At most so far does a load of at most so much ever rise, step apart. */
  static int swing(int atMostMilliamps) {
    return (int) Math.ceil(atMostMilliamps * SeededShape.MOST_SWING / PEAK_SHARE) + 1;
  }

  /** At most so far does it rise within 23 s: 2π × 23 s of the shortest wave at its steepest. */
  static int drift(int atMostMilliamps) {
    double turn = 2 * Math.PI * 23 / SHORTEST.toSeconds();
    return (int) Math.ceil(atMostMilliamps * turn * SeededShape.MOST_SWING / 2 / PEAK_SHARE) + 1;
  }

  /** What is really switched on where so large a step is declared. */
  static int step(int declaredMilliamps) {
    return (int) (STEP_SHARE * declaredMilliamps);
  }
}
