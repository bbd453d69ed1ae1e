package dev.headroom.cli.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.simulate.TwoBays;
import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.stays.Stay;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.site.Sharing.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 200 EVSEs of 32 A, in turn on each pair of lines and on all three, behind 30 % of their sum. */
class ManyPortsTest {

  private static final int PORTS = 200;
  private static final List<String> WIRINGS = List.of("L1-L2", "L2-L3", "L3-L1", "L1-L2-L3");

  /** On each line 50 × 32 A × √3 of line-to-line loads and 50 × 32 A of the others. */
  private static final int SERVICE_AMPS = (int) (0.3 * 50 * 32 * (1 + Math.sqrt(3)));

  private static Plant plant() {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: headroom.dev/v1
            kind: Site
            metadata: {name: large}
            spec:
              supply: 208Y/120
              control: {fallback: pause}
              circuits:
                - {name: service, breakerAmps: %d, continuousFactor: 1.0, worstCaseBaseAmps: 0}
              evses:
            """
                .formatted(SERVICE_AMPS));
    for (int port = 0; port < PORTS; port++) {
      yaml.append(
          "    - {name: e%d, circuit: service, branchBreakerAmps: 40, station: S-%d, wiring: %s,"
              .formatted(port, port, WIRINGS.get(port % WIRINGS.size())));
      yaml.append(" maximumAmps: 32}\n");
    }
    return Plant.of(TwoBays.site(yaml.toString()));
  }

  @Test
  void useNearlyAllOfEachLineAndGiveAllTheSame() {
    Plant plant = plant();
    long hour = Duration.ofHours(1).toMillis();
    List<Stay> stays =
        IntStream.range(0, PORTS)
            .mapToObj(port -> new Stay(port, 0, hour, Long.MAX_VALUE / 4, ChargingNeeds.UNKNOWN))
            .toList();

    Books books =
        new Simulation(plant, stays, plant.worstBase(), plant.worstBase(), Duration.ofHours(1))
            .run(new Management.By(Strategy.FAIR_SHARE), () -> {});

    for (int line = 0; line < 3; line++) {
      assertThat(books.largest()[line] / plant.limits()[line]).isBetween(0.995, 1.0);
    }
    double[] amperes =
        IntStream.range(0, PORTS)
            .mapToDouble(
                port ->
                    (double) books.deliveredMicrojoules()[port]
                        / hour
                        / plant.ports().get(port).drawnMilliwatts(1))
            .toArray();
    assertThat(jain(amperes)).as("Jain of amperes").isGreaterThan(0.999);
    assertThat(LongStream.of(books.pausedMillis()).sum()).isZero();
  }

  private static double jain(double[] values) {
    double sum = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
    double squares =
        IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum();
    return sum * sum / (values.length * squares);
  }
}
