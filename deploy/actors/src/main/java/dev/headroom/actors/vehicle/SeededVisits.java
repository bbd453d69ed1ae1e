package dev.headroom.actors.vehicle;

import dev.headroom.core.site.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Vehicles drawn from a seed, without end. Lively rather than typical: stays of 10 to 40 minutes,
 * gaps of half a minute to 5.
 */
public final class SeededVisits implements Visits {

  private static final int[] MAXIMA_AMPERES = {16, 16, 24, 32, 32, 40, 48};

  private final SplittableRandom random;
  private final Output output;
  private Instant free;

  /**
   * @param first when the first vehicle plugs in
   */
  public SeededVisits(long seed, Output output, Instant first) {
    this.random = new SplittableRandom(seed);
    this.output = output;
    this.free = first;
  }

  @Override
  public Optional<Visit> next() {
    Instant arrival = free;
    Instant departure = arrival.plusSeconds(random.nextInt(600, 2400));
    free = departure.plusSeconds(random.nextInt(30, 300));
    return Optional.of(new Visit(arrival, departure, vehicle()));
  }

  private VehicleSpec vehicle() {
    int amperes = MAXIMA_AMPERES[random.nextInt(MAXIMA_AMPERES.length)];
    boolean onePhase = random.nextInt(4) == 0;
    long wattHours = random.nextLong(2_000, 25_000);
    return switch (output) {
      case Output.Ac ac ->
          vehicle(
              6000, Math.min(amperes * 1000, ac.maximumMilliamps()), onePhase ? 1 : 3, wattHours);
      case Output.Dc dc -> vehicle(1, dc.maximumMilliamps(), 3, 2 * wattHours);
    };
  }

  private VehicleSpec vehicle(int minimum, int maximum, int phases, long wattHours) {
    return new VehicleSpec(
        minimum,
        maximum,
        phases,
        wattHours,
        Duration.ofMillis(random.nextLong(1000, 3000)),
        random.nextBoolean());
  }
}
