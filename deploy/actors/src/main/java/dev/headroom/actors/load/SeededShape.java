package dev.headroom.actors.load;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A base that wanders slowly between a fifth and three fifths of the declared worst case, each
 * phase by itself.
 */
public final class SeededShape implements LoadShape {

  private record Wave(int milliamps, double share, double swing, double seconds, double offset) {
    int at(double elapsed) {
      double angle = 2 * Math.PI * (elapsed / seconds + offset);
      return (int) (milliamps * (share + swing * Math.sin(angle)));
    }
  }

  /** It stays within this much of the worst case, upwards or downwards, of where it is. */
  public static final double MOST_SWING = 0.2;

  private static final Duration SHORTEST = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Map<Phase, Wave> waves = new EnumMap<>(Phase.class);
  private final Instant start;

  public SeededShape(long seed, PerPhase worstCaseMilliamps, Instant start) {
    this(seed, worstCaseMilliamps, start, SHORTEST, LONGEST);
  }

  /**
   * With waves of other lengths.
   *
   * @param longest more than {@code shortest}
   */
  public SeededShape(
      long seed, PerPhase worstCaseMilliamps, Instant start, Duration shortest, Duration longest) {
    this.start = start;
    SplittableRandom random = new SplittableRandom(seed);
    worstCaseMilliamps
        .values()
        .forEach(
            (phase, worst) ->
                waves.put(
                    phase,
                    new Wave(
                        worst,
                        random.nextDouble(0.3, 0.5),
                        random.nextDouble(0.02, MOST_SWING / 2),
                        random.nextDouble(shortest.toSeconds(), longest.toSeconds()),
                        random.nextDouble())));
  }

  @Override
  public PerPhase milliampsAt(Instant now) {
    double elapsed = Duration.between(start, now).toMillis() / 1000.0;
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    waves.forEach((phase, wave) -> values.put(phase, wave.at(elapsed)));
    return new PerPhase(values);
  }
}
