package dev.headroom.gateway.charging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The energy that a row of register readings stands for: the sum of what it gained from one to the
 * next. A gain above what the EVSE can deliver in that time is no gain, and what runs backwards is
 * left out (S4), unless the register has begun anew: then what it shows is the gain. In doubt the
 * energy is the smaller one.
 *
 * @param wattHours never negative; empty while fewer than two readings are of use
 * @param refused how many readings were left out
 */
record Energy(OptionalLong wattHours, int refused) {

  /** Clocks and registers are read at slightly different times. */
  private static final long SLACK_SECONDS = 900;

  /** How many readings at the beginning may be nonsense. */
  private static final int BEGINNINGS = 3;

  /**
   * @param reads in order of time
   */
  static Energy of(List<RegisterRead> reads, long mostWatts) {
    return IntStream.range(0, Math.min(BEGINNINGS, reads.size()))
        .mapToObj(skipped -> from(reads, skipped, mostWatts))
        .min(Comparator.comparingInt(Energy::refused))
        .orElse(new Energy(OptionalLong.empty(), 0));
  }

  private static Energy from(List<RegisterRead> reads, int skipped, long mostWatts) {
    List<RegisterRead> used = new ArrayList<>();
    long energy = 0;
    for (int i = skipped; i < reads.size(); i++) {
      RegisterRead read = reads.get(i);
      if (read.wattHours() < 0) {
        continue;
      }
      if (used.isEmpty()) {
        used.add(read);
        continue;
      }
      RegisterRead last = used.getLast();
      long gain = read.wattHours() - last.wattHours();
      if (gain < 0 && hasBegunAnew(reads.subList(i, reads.size()), last, mostWatts)) {
        gain = read.wattHours();
      }
      if (gain >= 0 && gain <= most(last, read, mostWatts)) {
        energy += gain;
        used.add(read);
      }
    }
    OptionalLong known = used.size() < 2 ? OptionalLong.empty() : OptionalLong.of(energy);
    return new Energy(known, reads.size() - used.size());
  }

  /** From near 0, and not back at once where it was before: that would be a single bad reading. */
  private static boolean hasBegunAnew(List<RegisterRead> ahead, RegisterRead last, long mostWatts) {
    boolean nearZero = ahead.getFirst().wattHours() <= last.wattHours() / 2;
    return nearZero && (ahead.size() < 2 || !follows(last, ahead.get(1), mostWatts));
  }

  private static boolean follows(RegisterRead last, RegisterRead next, long mostWatts) {
    long gain = next.wattHours() - last.wattHours();
    return gain >= 0 && gain <= most(last, next, mostWatts);
  }

  private static long most(RegisterRead from, RegisterRead to, long watts) {
    long seconds = to.at().getEpochSecond() - from.at().getEpochSecond() + SLACK_SECONDS;
    return Math.multiplyExact(watts, Math.clamp(seconds, 0, Integer.MAX_VALUE)) / 3600;
  }
}
