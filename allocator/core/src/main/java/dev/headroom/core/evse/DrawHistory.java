package dev.headroom.core.evse;

import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a vehicle was lately seen to draw. Chargers sample every few seconds and CTs every second,
 * so what was drawn when a CT sampled is known between two samples only.
 */
public final class DrawHistory {

  /** A sample says nothing of what is drawn this long after it. */
  public static final Duration SAMPLE_HOLDS = Duration.ofSeconds(10);

  private static final Duration KEEP = Duration.ofMinutes(3);

  private final Deque<MeasuredCurrent> samples = new ArrayDeque<>();

  /** Takes a sample; one that is not newer than the last is ignored (S4). */
  public void accept(MeasuredCurrent sample) {
    MeasuredCurrent last = samples.peekLast();
    if (last != null && !sample.at().isAfter(last.at())) {
      return;
    }
    samples.addLast(sample);
    while (samples.getFirst().at().isBefore(sample.at().minus(KEEP))) {
      samples.removeFirst();
    }
  }

  /** The least it can have drawn then: the lower of the samples around, 0 if unknown. */
  public int leastAt(Instant then, Phase phase) {
    return lastAt(then).filter(sample -> holds(sample, then)).isPresent()
        ? lowestAround(then, phase)
        : 0;
  }

  /** The lower of the samples around, however old: what it drew if nothing changed since. */
  public int lowestAround(Instant then, Phase phase) {
    int before = likelyAt(then, phase);
    return samples.stream()
        .filter(sample -> sample.at().isAfter(then))
        .findFirst()
        .map(after -> Math.min(before, on(after, phase)))
        .orElse(before);
  }

  /** What it most likely drew then: its last sample, 0 if there was none. */
  public int likelyAt(Instant then, Phase phase) {
    return lastAt(then).map(sample -> on(sample, phase)).orElse(0);
  }

  /** The largest current on any phase in a sample that still holds, 0 if there is none. */
  public int largestAt(Instant now) {
    return lastAt(now)
        .filter(sample -> holds(sample, now))
        .map(sample -> sample.milliamps().largest())
        .orElse(0);
  }

  private Optional<MeasuredCurrent> lastAt(Instant then) {
    return samples.reversed().stream().filter(sample -> !sample.at().isAfter(then)).findFirst();
  }

  private static boolean holds(MeasuredCurrent sample, Instant then) {
    return !sample.at().plus(SAMPLE_HOLDS).isBefore(then);
  }

  private static int on(MeasuredCurrent sample, Phase phase) {
    return sample.milliamps().values().getOrDefault(phase, 0);
  }
}
