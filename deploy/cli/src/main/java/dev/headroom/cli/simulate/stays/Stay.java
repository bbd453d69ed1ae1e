package dev.headroom.cli.simulate.stays;

import dev.headroom.core.evse.ChargingNeeds;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A vehicle's stay at a port.
 *
 * @param port the EVSE's place in the site's list
 * @param demandMicrojoules what its battery takes before it is full; 0: it wants nothing
 * @param told what the strategy hears of its needs when it arrives
 */
public record Stay(
    int port,
    long arrivalMillis,
    long departureMillis,
    long demandMicrojoules,
    ChargingNeeds told) {

  /** A watt-hour. */
  public static final long WATT_HOUR = 3_600_000_000L;

  public Stay {
    if (departureMillis <= arrivalMillis || demandMicrojoules < 0) {
      throw new IllegalArgumentException("a stay has a length, and no demand below 0");
    }
  }

  public Instant arrival() {
    return Instant.ofEpochMilli(arrivalMillis);
  }

  /** What it needs still, as far as it said, when this much was delivered. */
  public ChargingNeeds needsAfter(long deliveredMicrojoules) {
    if (told.wattHours().isEmpty()) {
      return told;
    }
    long left = told.wattHours().getAsLong() - deliveredMicrojoules / WATT_HOUR;
    return new ChargingNeeds(OptionalLong.of(Math.max(0, left)), told.departure());
  }
}
