package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every allocator. */
abstract class AllocatorSpec {

  abstract Allocator allocator(Network network);

  @TestFactory
  Stream<DynamicTest> sharesAsTheScenarioSays() {
    return ScenarioFile.all().stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> sharesAsItSays(it)));
  }

  private void sharesAsItSays(Scenario scenario) {
    Shares shares = allocator(scenario.network()).share(scenario.claims(), scenario.room());
    assertThat(scenario.told(shares)).isEqualTo(scenario.expectedText());
  }

  /** Whatever fits but for half a microampere does not fit; what doubles miss does no harm. */
  @ParameterizedTest
  @CsvSource({"10.9995, 10", "10.99999, 10", "10.9999999, 11", "11, 11"})
  void givesNoMilliampereThatABoundHasNoRoomFor(double room, int milliamps) {
    Network network = line(1);
    assertThat(allocator(network).share(claims(1, 20), Room.of(network, room)).milliamps())
        .containsExactly(milliamps);
  }

  /** Rounded down to 10 mA both leave 0.9995 mA: 1 mA more of the second, but not of the first. */
  @Test
  void passesOverWhoseNextStepMissesItsRoomByLessThanAMicroampere() {
    List<Load> loads = List.of(new Load(0, 0, 0, 1), new Load(1, 0, 0, 0.5));
    Bound bound = Bound.of(Place.line("service", Phase.L1), List.of(Phasor.ONE), loads);
    Network network = new Network(2, List.of(1, 1), List.of(bound));
    assertThat(allocator(network).share(claims(2, 20), Room.of(network, 15.9995)).milliamps())
        .containsExactly(10, 11);
  }

  /**
   * A fills a line of its own and leaves B, whose tenant has three times the weight of C's, a whole
   * number but for rounding. C stands lower, so it would come first if B lost a milliampere.
   */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11})
  void takesNobodyAMilliampereForWhatDoublesMiss(int left) {
    Bound own = bound("branch", 0);
    Bound all = bound("service", 0, 1, 2);
    Network network = new Network(3, List.of(1, 1, 1), List.of(own, all));
    Claims plain = claims(3, 20);
    Claims claims =
        new Claims(
            new int[] {0, 0, 4},
            plain.least(),
            plain.most(),
            plain.weight(),
            new int[] {0, 1, 1},
            plain.order(),
            plain.sources(),
            plain.steps(),
            new Tenants(new int[] {Tenants.NONE, 0, 1}, new int[] {3, 1}));
    Shares shares = allocator(network).share(claims, Room.of(network, 10, 10 + left + 4));
    assertThat(shares.milliamps()).containsExactly(10, left, 4);
  }

  private static Bound bound(String circuit, int... ports) {
    List<Load> loads = Arrays.stream(ports).mapToObj(port -> new Load(port, 0, 0, 1)).toList();
    return Bound.of(Place.line(circuit, Phase.L1), List.of(Phasor.ONE), loads);
  }

  @Test
  void refusesClaimsOfAnotherNetwork() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allocator(line(2)).share(claims(3), Room.of(line(2), 1)))
        .withMessageContaining("of another network");
  }

  @Test
  void refusesRoomOfAnotherNetwork() {
    double[] none = {};
    double[] one = {1};
    double[][] taken = {none};
    double[][] tooMuchTaken = {{0, 0, 0}};
    double[][] good = {{0, 0}};
    refuses(new Room(none, one, good));
    refuses(new Room(one, none, good));
    refuses(new Room(one, one, new double[0][]));
    refuses(new Room(one, one, taken));
    refuses(new Room(one, one, tooMuchTaken));
  }

  private void refuses(Room room) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> allocator(line(2)).share(claims(2), room))
        .withMessageContaining("of another network");
  }

  /** One bound in which ports point along 0° and 60° in turn. */
  private static Network line(int ports) {
    List<Load> loads =
        IntStream.range(0, ports).mapToObj(port -> new Load(port, 0, port % 2, 1)).toList();
    Bound bound =
        Bound.of(Place.line("service", Phase.L1), List.of(Phasor.ONE, Phasor.polar(1, 60)), loads);
    return new Network(ports, Collections.nCopies(ports, 1), List.of(bound));
  }

  private static Claims claims(int ports) {
    return claims(ports, 1);
  }

  /** Of ports that take every milliampere up to so many. */
  private static Claims claims(int ports, int most) {
    int[] ones = IntStream.range(0, ports).map(_ -> 1).toArray();
    return new Claims(
        new int[ports],
        ones,
        IntStream.range(0, ports).map(_ -> most).toArray(),
        ones,
        new int[ports],
        IntStream.range(0, ports).toArray(),
        ones,
        Collections.nCopies(ports, new PilotSteps.Every(1)),
        Tenants.none(ports));
  }
}
