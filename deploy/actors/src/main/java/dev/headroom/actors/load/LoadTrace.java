package dev.headroom.actors.load;

import java.time.Duration;
import java.util.List;

/**
 * A recorded load: one series of milliamperes per recorded phase, all of one length, one value per
 * interval.
 */
public record LoadTrace(Duration interval, List<List<Integer>> phasesMilliamps) {

  public LoadTrace {
    phasesMilliamps = phasesMilliamps.stream().map(List::copyOf).toList();
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("a trace's interval is above 0: " + interval);
    }
    if (phasesMilliamps.isEmpty() || phasesMilliamps.getFirst().isEmpty()) {
      throw new IllegalArgumentException("a trace holds at least one value");
    }
    int length = phasesMilliamps.getFirst().size();
    for (List<Integer> series : phasesMilliamps) {
      if (series.size() != length) {
        throw new IllegalArgumentException("a trace's phases are of one length");
      }
      if (series.stream().anyMatch(value -> value < 0)) {
        throw new IllegalArgumentException("a trace's current is never negative");
      }
    }
  }

  public int length() {
    return phasesMilliamps.getFirst().size();
  }

  public int peakMilliamps(int phase) {
    return series(phase).stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** The series a site's phase replays; a site with more phases than recorded repeats them. */
  List<Integer> series(int phase) {
    return phasesMilliamps.get(phase % phasesMilliamps.size());
  }

  /**
   * The largest factor with which no phase exceeds its bound, in thousandths.
   *
   * @param boundsMilliamps one per phase of the site
   */
  public int fitPermille(List<Integer> boundsMilliamps) {
    long fit = Integer.MAX_VALUE;
    for (int phase = 0; phase < boundsMilliamps.size(); phase++) {
      int peak = peakMilliamps(phase);
      if (peak > 0) {
        fit = Math.min(fit, boundsMilliamps.get(phase) * 1000L / peak);
      }
    }
    return (int) fit;
  }
}
