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
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
    int[] ones = IntStream.range(0, ports).map(_ -> 1).toArray();
    return new Claims(
        new int[ports],
        ones,
        ones,
        ones,
        new int[ports],
        IntStream.range(0, ports).toArray(),
        ones,
        Collections.nCopies(ports, PilotSteps.AMPERES),
        Tenants.none(ports));
  }
}
