package dev.headroom.gateway.charging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * What an energy register showed, in watt-hours.
 *
 * @param at by the charger's clock, to the second
 */
public record RegisterRead(Instant at, long wattHours) implements Comparable<RegisterRead> {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** The later one is greater; of two at one moment, the one that shows less. */
  private static final Comparator<RegisterRead> ORDER =
      Comparator.comparing(RegisterRead::at)
          .thenComparing(RegisterRead::wattHours, Comparator.reverseOrder());

  public RegisterRead {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The quarter of an hour it belongs to, counted since 1970. */
  public long quarter() {
    return Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds());
  }

  @Override
  public int compareTo(RegisterRead other) {
    return ORDER.compare(this, other);
  }
}
