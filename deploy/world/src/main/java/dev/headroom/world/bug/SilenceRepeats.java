package dev.headroom.world.bug;

import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A meter that is silent is taken to say what it said last. */
final class SilenceRepeats implements Sabotage {

  private static final Duration MISSED = Duration.ofMillis(1500);

  @Override
  public Optional<MeterReading> repeated(MeterReading last, Instant now) {
    return now.isBefore(last.receivedAt().plus(MISSED))
        ? Optional.empty()
        : Optional.of(WrongReadings.now(last, last.currentMilliamps(), now));
  }
}
