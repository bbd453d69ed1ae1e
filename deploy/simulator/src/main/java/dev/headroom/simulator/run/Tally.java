package dev.headroom.simulator.run;

import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;

/**
 * Vehicles that came, and their energy in watt-hours.
 *
 * @param begun plugged in so far
 * @param ended departed of these
 * @param missed came and left while the EVSE was taken by somebody plugged in by hand
 * @param askedWattHours by all that came
 * @param servedWattHours of it
 */
public record Tally(int begun, int ended, int missed, long askedWattHours, long servedWattHours) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  static Tally present(Vehicle vehicle) {
    return new Tally(1, 0, 0, vehicle.spec().energyWantedWattHours(), vehicle.takenWattHours());
  }

  static Tally departed(Vehicle vehicle) {
    return present(vehicle).plus(new Tally(0, 1, 0, 0, 0));
  }

  static Tally missed(VehicleSpec vehicle) {
    return new Tally(0, 0, 1, vehicle.energyWantedWattHours(), 0);
  }

  Tally plus(Tally other) {
    return new Tally(
        begun + other.begun,
        ended + other.ended,
        missed + other.missed,
        askedWattHours + other.askedWattHours,
        servedWattHours + other.servedWattHours);
  }
}
