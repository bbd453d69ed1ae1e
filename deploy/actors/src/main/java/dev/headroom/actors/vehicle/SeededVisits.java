package dev.headroom.actors.vehicle;

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
  private final int evseMaximumMilliamps;
  private Instant free;

  /**
   * @param first when the first vehicle plugs in
   */
  public SeededVisits(long seed, int evseMaximumMilliamps, Instant first) {
    this.random = new SplittableRandom(seed);
    this.evseMaximumMilliamps = evseMaximumMilliamps;
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
    return new VehicleSpec(
        6000,
        Math.max(6000, Math.min(amperes * 1000, evseMaximumMilliamps)),
        random.nextInt(4) == 0 ? 1 : 3,
        random.nextLong(2_000, 25_000),
        Duration.ofMillis(random.nextLong(1000, 3000)),
        random.nextBoolean());
  }
}
