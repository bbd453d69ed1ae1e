package dev.headroom.core.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Energy over the last window, in slices of a 90th of it (10 s of a quarter of an hour), which
 * begin where blocks do.
 *
 * @param start of the first slice
 * @param length of one
 * @param millijoules of each up to now, oldest first; the last is still open
 */
public record Slices(Instant start, Duration length, List<Long> millijoules) {

  /** So many to a window. */
  static final int PER_WINDOW = 90;

  public Slices {
    millijoules = List.copyOf(millijoules);
    boolean aligned =
        length.toMillis() > 0 && Math.floorMod(start.toEpochMilli(), length.toMillis()) == 0;
    if (!aligned || millijoules.isEmpty() || millijoules.size() > PER_WINDOW + 1) {
      throw new IllegalArgumentException(
          "%d slices of %s from %s on".formatted(millijoules.size(), length, start));
    }
    for (long energy : millijoules) {
      if (energy < 0) {
        throw new IllegalArgumentException("a site takes energy, it gives none");
      }
    }
  }

  /** None yet; the first holds this instant. */
  static Slices at(Instant now, Duration window) {
    Duration length = window.dividedBy(PER_WINDOW);
    long into = Math.floorMod(now.toEpochMilli(), length.toMillis());
    return new Slices(now.minusMillis(into), length, List.of(0L));
  }

  /** Where the open slice ends. */
  public Instant end() {
    return start.plusMillis(length.toMillis() * millijoules.size());
  }

  /** With this much more in the open slice. */
  Slices plus(long more) {
    List<Long> next = new ArrayList<>(millijoules);
    next.set(next.size() - 1, next.getLast() + more);
    return new Slices(start, length, next);
  }

  /** The open slice is closed, another opened; what lies a window and a slice back is dropped. */
  Slices closed() {
    List<Long> next = new ArrayList<>(millijoules);
    next.add(0L);
    boolean full = next.size() > PER_WINDOW + 1;
    return full
        ? new Slices(start.plus(length), length, next.subList(1, next.size()))
        : new Slices(start, length, next);
  }

  /** The energy of all slices that end after this instant: in whole, also that of the first. */
  long since(Instant from) {
    return sums()[firstAfter(from)];
  }

  /** For each slice the energy from its beginning on, and 0 after the last. */
  long[] sums() {
    long[] sums = new long[millijoules.size() + 1];
    for (int slice = millijoules.size() - 1; slice >= 0; slice--) {
      sums[slice] = sums[slice + 1] + millijoules.get(slice);
    }
    return sums;
  }

  /** The first slice that ends after this instant. */
  int firstAfter(Instant from) {
    long passed = Math.floorDiv(Duration.between(start, from).toMillis(), length.toMillis());
    return Math.clamp(passed, 0, millijoules.size());
  }
}
