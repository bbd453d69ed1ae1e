package dev.headroom.core.evse;

import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a vehicle was lately seen to draw. Chargers sample every few seconds and CTs every second,
 * so what was drawn when a CT sampled is known between two samples only.
 */
public final class DrawHistory {

  /** A sample says nothing of what is drawn this long after it. */
  public static final Duration SAMPLE_HOLDS = Duration.ofSeconds(10);

  private static final Duration KEEP = Duration.ofSeconds(30);

  // Oldest first; a handful, and asked for every CT reading of the window: no streams here.
  private final List<MeasuredCurrent> samples = new ArrayList<>();

  /** Takes a sample; one that is not newer than the last is ignored (S4). */
  public void accept(MeasuredCurrent sample) {
    if (!samples.isEmpty() && !sample.at().isAfter(samples.getLast().at())) {
      return;
    }
    samples.add(sample);
    Instant oldest = sample.at().minus(KEEP);
    while (samples.getFirst().at().isBefore(oldest)) {
      samples.removeFirst();
    }
  }

  /** The least it can have drawn then: the lower of the samples around, 0 if unknown. */
  public int leastAt(Instant then, Phase phase) {
    int before = placeAt(then);
    return before >= 0 && holds(samples.get(before), then) ? lowestAround(then, phase) : 0;
  }

  /** The lower of the samples around, however old: what it drew if nothing changed since. */
  public int lowestAround(Instant then, Phase phase) {
    int before = placeAt(then);
    int likely = before < 0 ? 0 : on(samples.get(before), phase);
    int after = before + 1;
    return after < samples.size() ? Math.min(likely, on(samples.get(after), phase)) : likely;
  }

  /** What it most likely drew then: its last sample, 0 if there was none. */
  public int likelyAt(Instant then, Phase phase) {
    int before = placeAt(then);
    return before < 0 ? 0 : on(samples.get(before), phase);
  }

  /** The largest current on any phase in a sample that still holds, 0 if there is none. */
  public int largestAt(Instant now) {
    int before = placeAt(now);
    return before >= 0 && holds(samples.get(before), now)
        ? samples.get(before).milliamps().largest()
        : 0;
  }

  /** The place of the last sample not after this instant, -1 if there is none. */
  private int placeAt(Instant then) {
    int place = samples.size() - 1;
    while (place >= 0 && samples.get(place).at().isAfter(then)) {
      place--;
    }
    return place;
  }

  private static boolean holds(MeasuredCurrent sample, Instant then) {
    return !sample.at().plus(SAMPLE_HOLDS).isBefore(then);
  }

  private static int on(MeasuredCurrent sample, Phase phase) {
    return sample.milliamps().values().getOrDefault(phase, 0);
  }
}
