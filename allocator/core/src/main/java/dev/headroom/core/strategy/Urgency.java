package dev.headroom.core.strategy;

import java.time.Instant;
import java.util.Comparator;

/**
 * How early one is served: those of one urgency share, a lower value goes first, and all that is
 * known goes before what is not.
 *
 * @param known whether the claimant said what its strategy goes by
 * @param value of a meaning that each strategy has for itself; arrival where nothing is known
 */
public record Urgency(boolean known, long value) implements Comparable<Urgency> {

  private static final Comparator<Urgency> FIRST_SERVED =
      Comparator.<Urgency, Boolean>comparing(urgency -> !urgency.known())
          .thenComparing(Urgency::value);

  static Urgency of(long value) {
    return new Urgency(true, value);
  }

  /** Nothing to go by: after all others, in order of arrival. */
  static Urgency unknown(Instant arrival) {
    return new Urgency(false, arrival.getEpochSecond());
  }

  @Override
  public int compareTo(Urgency other) {
    return FIRST_SERVED.compare(this, other);
  }
}
