package dev.headroom.cli.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.simulate.TwoBays;
import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.stays.Stay;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.network.Bound;
import dev.headroom.core.site.Sharing.Strategy;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Energy comes from somewhere: random stays at a three-phase site, by every strategy. */
class ConservationTest {

  private static final long START = Instant.parse("2026-11-02T00:00:00Z").toEpochMilli();
  private static final List<String> WIRINGS =
      List.of("L1-L2", "L2-L3", "L3-L1", "L1-N", "L1-L2-L3");
  private static final int PORTS = 10;
  private static final long MOST_MILLIWATTS = (long) (60_000 * 208 * Math.sqrt(3));

  static Stream<Arguments> storiesAndStrategies() {
    return IntStream.range(0, 12)
        .boxed()
        .flatMap(
            seed -> Stream.of(Strategy.values()).map(strategy -> Arguments.of(seed, strategy)));
  }

  /** 60 A at 208 V are 21.62 kW on three phases; below it a panel of 30 A. */
  private static Site site() {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: headroom.dev/v1
            kind: Site
            metadata: {name: lot}
            spec:
              supply: 208Y/120
              control: {fallback: pause}
              circuits:
                - {name: service, breakerAmps: 60, continuousFactor: 1.0, worstCaseBaseAmps: 0}
                - {name: panel, parent: service, breakerAmps: 30, continuousFactor: 1.0}
              evses:
            """);
    for (int port = 0; port < PORTS; port++) {
      yaml.append(
          "    - {name: e%d, circuit: %s, branchBreakerAmps: 40, station: S-%d, wiring: %s,"
              .formatted(
                  port, port < 4 ? "panel" : "service", port, WIRINGS.get(port % WIRINGS.size())));
      yaml.append(" maximumAmps: 32, priority: %d}%n".formatted(port % 3));
    }
    return TwoBays.site(yaml.toString());
  }

  private static List<Stay> stays(long seed) {
    Random random = new Random(seed);
    List<Stay> stays = new ArrayList<>();
    for (int port = 0; port < PORTS; port++) {
      long now = START;
      while (now < START + Duration.ofDays(2).toMillis()) {
        long arrival = now + Duration.ofSeconds(random.nextInt(20_000)).toMillis();
        long departure = arrival + Duration.ofSeconds(60 + random.nextInt(40_000)).toMillis();
        long wattHours = random.nextInt(30_000);
        ChargingNeeds said =
            new ChargingNeeds(
                OptionalLong.of(2 * wattHours), Optional.of(Instant.ofEpochMilli(departure)));
        stays.add(new Stay(port, arrival, departure, wattHours * Stay.WATT_HOUR, said));
        now = departure;
      }
    }
    stays.sort(Comparator.comparingLong(Stay::arrivalMillis));
    return stays;
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("storiesAndStrategies")
  void deliversNoMoreThanIsWantedAndNoMoreThanTheServiceFeeds(long seed, Strategy strategy) {
    Plant plant = Plant.of(site());
    List<Stay> stays = stays(seed);

    Books books =
        new Simulation(plant, stays, plant.worstBase(), plant.worstBase(), Duration.ofMinutes(15))
            .run(new Management.By(strategy), () -> {});

    assertThat(books.keptAllLimits()).isTrue();
    assertThat(books.peakMilliwatts()).isBetween(1L, MOST_MILLIWATTS);
    long delivered = 0;
    long most = 0;
    for (int i = 0; i < stays.size(); i++) {
      assertThat(books.deliveredMicrojoules()[i]).isBetween(0L, stays.get(i).demandMicrojoules());
      delivered += books.deliveredMicrojoules()[i];
      most = Math.max(most, stays.get(i).departureMillis());
    }
    assertThat(delivered).isBetween(1L, MOST_MILLIWATTS * (most - START));
  }

  /** The two ways of reckoning what flows agree where no load can cancel another. */
  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("storiesAndStrategies")
  void theReckoningNeverLiesAboveWhatTheNetworkSays(long seed, Strategy unused) {
    Plant plant = Plant.of(site());
    Random random = new Random(seed * 31 + unused.ordinal());
    int[] milliamps = random.ints(PORTS, 0, 32_000).toArray();
    double[] carried = new double[plant.limits().length];

    plant.reckoning().carried(milliamps, carried);

    for (int b = 0; b < carried.length; b++) {
      Bound bound = plant.network().bounds().get(b);
      double worst = bound.carried(bound.sums(milliamps));
      assertThat(carried[b]).as("%s", bound.place()).isLessThanOrEqualTo(worst + 1e-6);
    }
  }
}
