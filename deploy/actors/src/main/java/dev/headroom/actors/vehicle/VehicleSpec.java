package dev.headroom.actors.vehicle;

import java.time.Duration;

/**
 * A vehicle's on-board charger and what its driver wants. Line currents in milliamperes.
 *
 * @param minimumMilliamps below this it stops; 6 A on AC, less at a DC charger
 * @param phases how many phases its charger uses where three are offered
 * @param response how long it takes to follow a pilot; about 2 s, 5 s at the slow end
 * @param tapers whether it slows down over the last tenth of the energy
 * @param afterPause what it does when current comes back
 */
public record VehicleSpec(
    int minimumMilliamps,
    int maximumMilliamps,
    int phases,
    long energyWantedWattHours,
    Duration response,
    boolean tapers,
    AfterPause afterPause) {

  public static final Duration USUAL_RESPONSE = Duration.ofSeconds(2);

  public VehicleSpec {
    if (minimumMilliamps < 1 || maximumMilliamps < minimumMilliamps) {
      throw new IllegalArgumentException(
          "a vehicle takes current: %d to %d mA".formatted(minimumMilliamps, maximumMilliamps));
    }
    if (phases < 1 || phases > 3) {
      throw new IllegalArgumentException("a vehicle uses 1 to 3 phases, not " + phases);
    }
    if (response.isNegative()) {
      throw new IllegalArgumentException("a vehicle answers after the question");
    }
  }

  /** One that charges again after every pause. */
  public VehicleSpec(
      int minimumMilliamps,
      int maximumMilliamps,
      int phases,
      long energyWantedWattHours,
      Duration response,
      boolean tapers) {
    this(
        minimumMilliamps,
        maximumMilliamps,
        phases,
        energyWantedWattHours,
        response,
        tapers,
        AfterPause.CHARGES);
  }
}
