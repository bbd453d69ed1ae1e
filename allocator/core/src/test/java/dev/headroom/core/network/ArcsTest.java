package dev.headroom.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.core.electrical.Phasor;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArcsTest {

  private record Currents(List<Phasor> directions, double[] sums) {
    double worstOfAllSubsets() {
      double worst = 0;
      for (int subset = 1; subset < 1 << sums.length; subset++) {
        int mask = subset;
        Phasor sum =
            IntStream.range(0, sums.length)
                .filter(d -> (mask >> d & 1) != 0)
                .mapToObj(d -> directions.get(d).times(sums[d]))
                .reduce(Phasor.ZERO, Phasor::plus);
        worst = Math.max(worst, sum.magnitude());
      }
      return worst;
    }

    Bound bound() {
      return Bound.of(Place.neutral("panel"), directions, List.of());
    }
  }

  @Property
  void whatIsCarriedIsTheWorstOfAllSubsets(@ForAll("currents") Currents currents) {
    assertThat(currents.bound().carried(currents.sums()))
        .isCloseTo(currents.worstOfAllSubsets(), within(1e-6));
  }

  @Property
  void moreLoadNeverCarriesLess(@ForAll("currents") Currents currents, @ForAll("which") int which) {
    Bound bound = currents.bound();
    double before = bound.carried(currents.sums());
    double[] more = currents.sums().clone();
    more[which % more.length] += 10;

    assertThat(bound.carried(more)).isGreaterThanOrEqualTo(before - 1e-9);
    assertThat(bound.envelopeLoss(more)).isGreaterThanOrEqualTo(-1e-9);
  }

  @Example
  void directionsWithinNinetyDegreesAreOneSet() {
    assertThat(Arcs.of(List.of(Phasor.polar(1, -30), Phasor.ONE, Phasor.polar(1, 60))))
        .containsExactly(0b111);
  }

  @Example
  void opposedDirectionsAreOneSetEach() {
    assertThat(Arcs.of(List.of(Phasor.ONE, Phasor.polar(1, 180))))
        .containsExactlyInAnyOrder(0b01, 0b10);
  }

  @Example
  void noDirectionCarriesNothing() {
    assertThat(Bound.of(Place.neutral("panel"), List.of(), List.of()).carried(new double[0]))
        .isZero();
  }

  @Example
  void refusesMoreDirectionsThanAMaskHolds() {
    List<Phasor> many = IntStream.range(0, 31).mapToObj(d -> Phasor.polar(1, d)).toList();
    assertThatThrownBy(() -> Arcs.of(many))
        .hasMessage("at most 30 directions meet in one conductor");
  }

  /** Multiples of 15°, where sets change at the very edge of a half-plane, and any other. */
  @Provide
  Arbitrary<Currents> currents() {
    Arbitrary<Double> aligned = Arbitraries.integers().between(0, 23).map(d -> 15.0 * d);
    Arbitrary<Double> any = Arbitraries.integers().between(0, 3599).map(d -> d / 10.0);
    return Arbitraries.oneOf(aligned, any)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(9)
        .flatMap(
            degrees ->
                Arbitraries.integers()
                    .between(0, 1000)
                    .list()
                    .ofSize(degrees.size())
                    .map(
                        sums ->
                            new Currents(
                                degrees.stream().map(d -> Phasor.polar(1, d)).toList(),
                                sums.stream().mapToDouble(it -> it).toArray())));
  }

  @Provide
  Arbitrary<Integer> which() {
    return Arbitraries.integers().between(0, 8);
  }
}
