package dev.headroom.core.evse;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a vehicle or its driver said it needs; unknown is not zero.
 *
 * @param wattHours still to be delivered when this was said
 * @param departure when it means to leave
 */
public record ChargingNeeds(OptionalLong wattHours, Optional<Instant> departure) {

  /** Nothing was said. */
  public static final ChargingNeeds UNKNOWN =
      new ChargingNeeds(OptionalLong.empty(), Optional.empty());

  public ChargingNeeds {
    if (wattHours.orElse(0) < 0) {
      throw new IllegalArgumentException("nobody needs less than 0 Wh");
    }
  }
}
