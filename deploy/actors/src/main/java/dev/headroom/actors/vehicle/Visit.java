package dev.headroom.actors.vehicle;

import java.time.Instant;

/** A vehicle plugged in from {@code arrival} until {@code departure}. */
public record Visit(Instant arrival, Instant departure, VehicleSpec vehicle) {

  public Visit {
    if (!arrival.isBefore(departure)) {
      throw new IllegalArgumentException("a vehicle leaves after it came: " + arrival);
    }
  }
}
