package dev.headroom.core.evse;

import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    int likely = before < 0 ? 0 : samples.get(before).on(phase);
    int after = before + 1;
    return after < samples.size() ? Math.min(likely, samples.get(after).on(phase)) : likely;
  }

  /**
   * What it certainly drew then, if it drew steadily between two samples around that are no further
   * apart than they hold together; 0 if there are none.
   */
  public int certainAt(Instant then, Phase phase) {
    int before = placeAt(then);
    boolean between = before >= 0 && before + 1 < samples.size();
    return between && isShort(samples.get(before), samples.get(before + 1))
        ? lowestAround(then, phase)
        : 0;
  }

  /** The last two samples, if they are no further apart than they hold together. */
  public Optional<Step> lastStep() {
    if (samples.size() < 2) {
      return Optional.empty();
    }
    Step step = new Step(samples.get(samples.size() - 2), samples.getLast());
    return isShort(step.from(), step.to()) ? Optional.of(step) : Optional.empty();
  }

  /** Two samples that follow each other. */
  public record Step(MeasuredCurrent from, MeasuredCurrent to) {}

  private static boolean isShort(MeasuredCurrent from, MeasuredCurrent to) {
    return !from.at().plus(SAMPLE_HOLDS.multipliedBy(2)).isBefore(to.at());
  }

  /** What it most likely drew then: its last sample, 0 if there was none. */
  public int likelyAt(Instant then, Phase phase) {
    int before = placeAt(then);
    return before < 0 ? 0 : samples.get(before).on(phase);
  }

  /** The largest current on any phase in a sample that still holds, 0 if there is none. */
  public int largestAt(Instant now) {
    int before = placeAt(now);
    return before >= 0 && holds(samples.get(before), now)
        ? samples.get(before).milliamps().largest()
        : 0;
  }

  /** The last sample, if it still holds. */
  public Optional<MeasuredCurrent> lastAt(Instant now) {
    int before = placeAt(now);
    return before >= 0 && holds(samples.get(before), now)
        ? Optional.of(samples.get(before))
        : Optional.empty();
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
}
