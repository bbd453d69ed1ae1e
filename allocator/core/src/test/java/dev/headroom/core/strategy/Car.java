package dev.headroom.core.strategy;

import dev.headroom.core.evse.ChargingNeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A vehicle at an EVSE of 6 kW, told of in sentences; times are minutes from noon. */
record Car(Claimant claimant) {

  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  static Car at(int place) {
    return new Car(new Claimant(place, 0, NOON, false, ChargingNeeds.UNKNOWN, 6000));
  }

  static Instant minute(long minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  Car priority(int priority) {
    return with(priority, claimant.arrival(), claimant.charges(), claimant.needs());
  }

  Car arrived(long minutes) {
    return with(claimant.priority(), minute(minutes), claimant.charges(), claimant.needs());
  }

  Car charging() {
    return with(claimant.priority(), claimant.arrival(), true, claimant.needs());
  }

  Car leaves(long minutes) {
    ChargingNeeds needs =
        new ChargingNeeds(claimant.needs().wattHours(), Optional.of(minute(minutes)));
    return with(claimant.priority(), claimant.arrival(), claimant.charges(), needs);
  }

  Car needsWattHours(long wattHours) {
    ChargingNeeds needs =
        new ChargingNeeds(OptionalLong.of(wattHours), claimant.needs().departure());
    return with(claimant.priority(), claimant.arrival(), claimant.charges(), needs);
  }

  private Car with(int priority, Instant arrival, boolean charges, ChargingNeeds needs) {
    return new Car(
        new Claimant(claimant.place(), priority, arrival, charges, needs, claimant.maximumWatts()));
  }
}
