package dev.headroom.world.bug;

import dev.headroom.core.reading.MeterReading;
import java.util.Optional;

/** Every clamp's ratio was set to half of what it is. */
final class RatioHalved implements Sabotage {

  @Override
  public Optional<MeterReading> metered(MeterReading reading) {
    return Optional.of(WrongReadings.halved(reading));
  }
}
