package dev.headroom.actors.vehicle;

import dev.headroom.core.site.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Vehicles unlike one another, drawn from a seed, without end: stays of 10 to 70 minutes or as they
 * are given, and a night in which nobody comes; needs from a few minutes' worth to more than they
 * can get; minimums of 6 to 10 A; answers after 1 to 4.5 s; one, two and three phases in turn; some
 * that sleep through the end of a pause.
 */
public final class MixedVisits implements Visits {

  /** From when, each day, and for how long nobody comes. */
  public record Night(Instant first, Duration length) {

    private static final Duration DAY = Duration.ofDays(1);

    /** This instant, or the end of the night it lies in. */
    Instant atDawn(Instant arrival) {
      Duration since = Duration.between(first, arrival);
      if (since.isNegative()) {
        return arrival;
      }
      Duration tonight = since.minus(DAY.multipliedBy(since.dividedBy(DAY)));
      return tonight.compareTo(length) < 0 ? arrival.plus(length).minus(tonight) : arrival;
    }
  }

  /**
   * How long vehicles stay, and after how long the next one comes; each at least so and less than.
   */
  public record Stays(Duration least, Duration most, Duration leastFree, Duration mostFree) {

    /** Hardly ever is nobody there. */
    static final Stays LIVELY =
        new Stays(
            Duration.ofMinutes(10),
            Duration.ofMinutes(70),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10));

    /** As at most sites: for hours somebody charges, for hours nobody is there. */
    public static final Stays OF_DAYS =
        new Stays(
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            Duration.ofMinutes(5),
            Duration.ofHours(5));
  }

  private static final int[] MAXIMA_AMPERES = {10, 13, 16, 16, 20, 32, 32, 40, 48};
  private static final int[] MINIMA_AMPERES = {6, 6, 6, 8, 8, 10};
  private static final int ONE_IN_SLEEPS = 5;
  private static final int ONE_IN_STAYS_OVERNIGHT = 3;

  /** So that it is done within 5 s where time is looked at twice a second. */
  private static final int SLOWEST_MILLIS = 4500;

  private final SplittableRandom random;
  private final Output output;
  private final Night night;
  private final Stays stays;
  private Instant free;
  private int phases;

  /**
   * @param first when the first vehicle plugs in
   */
  public MixedVisits(long seed, Output output, Instant first, Night night) {
    this(seed, output, first, night, Stays.LIVELY);
  }

  /**
   * With stays of other lengths.
   *
   * @param first when the first vehicle plugs in
   */
  public MixedVisits(long seed, Output output, Instant first, Night night, Stays stays) {
    this.random = new SplittableRandom(seed);
    this.output = output;
    this.free = first;
    this.night = night;
    this.stays = stays;
    this.phases = random.nextInt(3);
  }

  @Override
  public Optional<Visit> next() {
    Instant arrival = night.atDawn(free);
    Instant departure = departure(arrival);
    free = departure.plusSeconds(between(stays.leastFree(), stays.mostFree()));
    return Optional.of(new Visit(arrival, departure, vehicle()));
  }

  /** Who is there when the night falls may stay until its end. */
  private Instant departure(Instant arrival) {
    Instant departure = arrival.plusSeconds(between(stays.least(), stays.most()));
    boolean stays = random.nextInt(ONE_IN_STAYS_OVERNIGHT) == 0;
    return stays ? night.atDawn(departure) : departure;
  }

  private int between(Duration least, Duration most) {
    return random.nextInt((int) least.toSeconds(), (int) most.toSeconds());
  }

  private VehicleSpec vehicle() {
    phases = (phases + 1) % 3;
    int least = 1000 * MINIMA_AMPERES[random.nextInt(MINIMA_AMPERES.length)];
    int most = 1000 * MAXIMA_AMPERES[random.nextInt(MAXIMA_AMPERES.length)];
    long wattHours = (long) Math.exp(random.nextDouble(Math.log(300), Math.log(25_000)));
    return switch (output) {
      case Output.Ac ac -> {
        int maximum = Math.min(most, ac.maximumMilliamps());
        yield vehicle(Math.min(least, maximum), maximum, 1 + phases, wattHours);
      }
      case Output.Dc dc -> vehicle(1, dc.maximumMilliamps(), 3, 2 * wattHours);
    };
  }

  private VehicleSpec vehicle(int minimum, int maximum, int wired, long wattHours) {
    return new VehicleSpec(
        minimum,
        maximum,
        wired,
        wattHours,
        Duration.ofMillis(random.nextLong(1000, SLOWEST_MILLIS)),
        random.nextBoolean(),
        random.nextInt(ONE_IN_SLEEPS) == 0 ? AfterPause.SLEEPS : AfterPause.CHARGES);
  }
}
