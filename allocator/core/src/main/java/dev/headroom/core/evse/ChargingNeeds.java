package dev.headroom.core.evse;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a vehicle or its driver said it needs; unknown is not zero.
 *
 * @param wattHours still to be delivered when this was said; at most 10 MWh, ten times what the
 *     largest trucks take
 * @param departure when it means to leave
 */
public record ChargingNeeds(OptionalLong wattHours, Optional<Instant> departure) {

  /** Nothing was said. */
  public static final ChargingNeeds UNKNOWN =
      new ChargingNeeds(OptionalLong.empty(), Optional.empty());

  private static final long MOST_WATT_HOURS = 10_000_000;

  public ChargingNeeds {
    if (!isSensible(wattHours.orElse(0))) {
      throw new IllegalArgumentException(
          "nobody needs %d Wh: 0 to 10 MWh".formatted(wattHours.getAsLong()));
    }
  }

  /** Whether a vehicle may need that much. */
  public static boolean isSensible(long wattHours) {
    return wattHours >= 0 && wattHours <= MOST_WATT_HOURS;
  }
}
