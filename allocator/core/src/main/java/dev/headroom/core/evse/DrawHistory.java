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
  private final List<Sample> samples = new ArrayList<>();

  /** Takes a sample; one that is not newer than the last is ignored (S4). */
  public void accept(MeasuredCurrent measured) {
    if (!samples.isEmpty() && !measured.at().isAfter(samples.getLast().at())) {
      return;
    }
    samples.add(
        samples.isEmpty()
            ? Sample.of(measured, SAMPLE_HOLDS, false)
            : samples.getLast().next(measured, SAMPLE_HOLDS));
    Instant oldest = measured.at().minus(KEEP);
    while (samples.getFirst().at().isBefore(oldest)) {
      samples.removeFirst();
    }
  }

  /**
   * The vehicle is gone, or another has come: from now on no earlier sample says anything of what
   * is drawn.
   */
  public void over(Instant at) {
    if (!samples.isEmpty() && at.isAfter(samples.getLast().at())) {
      samples.add(Sample.over(at));
    }
  }

  /** What is known of its draw at this instant. */
  public Around around(Instant then) {
    int before = placeAt(then);
    int after = before + 1;
    return new Around(
        before < 0 ? Sample.NONE_BEFORE : samples.get(before),
        after < samples.size() ? samples.get(after) : Sample.NONE_AFTER,
        then);
  }

  /**
   * The least it can have drawn at an instant of which no more is known than that it lies between
   * these two; milliamperes on one line, 0 if the samples leave a gap there.
   */
  public int least(Phase line, Instant from, Instant until) {
    int place = placeAt(from.isBefore(until) ? from : until);
    if (place < 0) {
      return 0;
    }
    int least = Integer.MAX_VALUE;
    for (; place < samples.size(); place++) {
      Sample sample = samples.get(place);
      least = Math.min(least, sample.on(line));
      if (sample.at().isAfter(until)) {
        return least;
      }
      boolean last = place + 1 == samples.size();
      Instant next = last ? until : samples.get(place + 1).at();
      if (!sample.holds(next.isBefore(until) ? next : until)) {
        return 0;
      }
    }
    return least;
  }

  /** The last two samples, if they are no further apart than they hold together. */
  public Optional<Step> lastStep() {
    int to = sampleUpTo(samples.size() - 1);
    int from = sampleUpTo(to - 1);
    return from >= 0 && samples.get(from).isSoonFollowedBy(samples.get(to).at(), SAMPLE_HOLDS)
        ? Optional.of(new Step(samples.get(from).measured(), samples.get(to).measured()))
        : Optional.empty();
  }

  private int sampleUpTo(int place) {
    int sample = place;
    while (sample >= 0 && samples.get(sample).isNothing()) {
      sample--;
    }
    return sample;
  }

  /** Two samples that follow each other. */
  public record Step(MeasuredCurrent from, MeasuredCurrent to) {}

  /** The place of the last sample not after this instant, -1 if there is none. */
  private int placeAt(Instant then) {
    int place = samples.size() - 1;
    while (place >= 0 && samples.get(place).at().isAfter(then)) {
      place--;
    }
    return place;
  }
}
