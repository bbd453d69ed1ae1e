package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service with two three-phase ports, and a panel below it with the second. */
class BundlesTest {

  private static final int ALL = 0b111;

  private final Network network =
      new Network(
          2,
          List.of(3, 3),
          Stream.of(lines("service", 0, 1), lines("panel", 1)).flatMap(List::stream).toList());

  @Test
  void takesTheLinesOfACircuitForOneWhereAllChargeOnThreePhases() {
    Bundles bundles = bundles(ALL, ALL);
    assertThat(bundles.arcs()).isEqualTo(2);
    assertThat(bundles.boundOf).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(bundles.firstBound).containsExactly(0, 3, 6);
  }

  @Test
  void keepsTheLineOfASinglePhaseVehicleApart() {
    Bundles bundles = bundles(0b001, ALL);
    assertThat(bundles.arcs()).isEqualTo(2);
    // With the first port on L1 alone, L2 and L3 of the service carry what the panel's lines do.
    assertThat(bundles.boundOf).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(bundles.firstBound).containsExactly(0, 1, 6);
  }

  @Test
  void theTightestBoundLimitsAnArcWhateverIsTakenOff() {
    Wires wires = new Wires(network);
    Limits limits = new Limits(wires);
    double[][] taken = {{0}, {5}, {9}, {0}, {0}, {0}};
    limits.set(new double[] {10, 3, 2, 7, -1, 7}, taken);
    assertThat(limits.of).startsWith(8, -1);
    assertThat(limits.firstFull(0)).isEqualTo(1);
    assertThat(limits.firstUpTo(0, 10)).isEqualTo(0);
    assertThat(limits.firstUpTo(1, 0)).isEqualTo(4);
  }

  private Bundles bundles(int... sources) {
    return new Bundles(new Parts(network), sources);
  }

  private static List<Bound> lines(String circuit, int... ports) {
    return Arrays.stream(Phase.values())
        .map(
            phase ->
                Bound.of(
                    Place.line(circuit, phase),
                    List.of(Phasor.ONE),
                    Arrays.stream(ports)
                        .mapToObj(port -> new Load(port, phase.ordinal(), 0, 1))
                        .toList()))
        .toList();
  }
}
