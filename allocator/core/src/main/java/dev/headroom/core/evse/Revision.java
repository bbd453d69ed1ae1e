package dev.headroom.core.evse;

import java.util.Comparator;

/**
 * The order of allocations: the owner's epoch (a broker-assigned offset, so a later owner's is
 * higher), then its sequence. The higher revision wins everywhere (S7).
 */
public record Revision(long epoch, long sequence) implements Comparable<Revision> {

  private static final Comparator<Revision> ORDER =
      Comparator.comparingLong(Revision::epoch).thenComparingLong(Revision::sequence);

  public Revision {
    if (epoch < 0 || sequence < 0) {
      throw new IllegalArgumentException("epoch and sequence start at 0");
    }
  }

  @Override
  public int compareTo(Revision other) {
    return ORDER.compare(this, other);
  }

  public boolean isAfter(Revision other) {
    return compareTo(other) > 0;
  }
}
