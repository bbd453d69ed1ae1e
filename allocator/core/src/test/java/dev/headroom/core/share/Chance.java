package dev.headroom.core.share;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Draws sites: one to four levels of circuits, ports of every wiring that the supply has, and
 * whatever else is wished.
 */
final class Chance {

  /** What a site may have; without it everybody is alike in that respect. */
  enum Of {
    FLOORS,
    STANDING,
    STEPS,
    RANKS,
    TENANTS,
    WEIGHTS,
    ENVELOPES
  }

  private static final List<PilotSteps> STEPS =
      List.of(
          PilotSteps.TENTHS,
          PilotSteps.AMPERES,
          new PilotSteps.Set(IntStream.rangeClosed(6, 32).map(it -> it * 1000).toArray()),
          new PilotSteps.Set(8000, 16_000, 24_000, 32_000));

  private final Set<Of> wished;
  private List<Supply> supplies =
      List.of(
          Supply.WYE_208Y_120,
          Supply.WYE_400Y_230,
          Supply.SPLIT_PHASE_120_240,
          Supply.WYE_480Y_277);
  private int mostPorts = 8;

  private Chance(Set<Of> wished) {
    this.wished = wished;
  }

  /** Sites with all there is. */
  static Chance everything() {
    return new Chance(Set.of(Of.values()));
  }

  /** Sites with these and nothing else. */
  static Chance with(Of... wished) {
    return new Chance(Set.of(wished));
  }

  /** On these alone. */
  Chance on(Supply... only) {
    supplies = List.of(only);
    return this;
  }

  /** With at most so many ports. */
  Chance upTo(int ports) {
    mostPorts = ports;
    return this;
  }

  Arbitrary<DrawnSite> sites() {
    return Arbitraries.integers()
        .between(0, mostPorts)
        .flatMap(
            count ->
                Combinators.combine(
                        Arbitraries.of(supplies),
                        circuit().list().ofMinSize(1).ofMaxSize(4),
                        port().list().ofSize(count),
                        Arbitraries.shuffle(IntStream.range(0, count).boxed().toList()),
                        mostlyNone(3000, 60_000),
                        when(Of.ENVELOPES, mostlyNone(6000, 60_000), 0),
                        when(Of.ENVELOPES, mostlyNone(3000, 40_000), 0))
                    .as(DrawnSite::new));
  }

  private Arbitrary<DrawnSite.Line> circuit() {
    return Combinators.combine(
            between(0, 3),
            between(20, 150).map(it -> it * 1000),
            Arbitraries.frequencyOf(
                    Tuple.of(3, between(0, 30_000)), Tuple.of(1, between(0, 90_000)))
                .list()
                .ofSize(3),
            when(Of.FLOORS, mostlyNone(1, 20_000), 0))
        .as(DrawnSite.Line::new);
  }

  private Arbitrary<DrawnSite.Port> port() {
    Arbitrary<DrawnSite.Spot> spot =
        Combinators.combine(between(0, 3), between(0, 8), between(0, 15), between(0, 100))
            .as(DrawnSite.Spot::new);
    Arbitrary<DrawnSite.Wish> wish =
        Combinators.combine(
                when(Of.STANDING, mostlyNone(1, 30_000), 0),
                when(Of.FLOORS, Arbitraries.of(6000, 6000, 6000, 8000, 12_000), 0),
                Arbitraries.oneOf(Arbitraries.of(0, 16_000, 32_000, 48_000), between(0, 60_000)),
                when(Of.WEIGHTS, Arbitraries.of(1, 1, 1, 2, 3, 10), 1),
                when(Of.RANKS, between(0, 2), 0),
                when(Of.TENANTS, between(-1, 2), Tenants.NONE),
                Arbitraries.of(
                    wished.contains(Of.STEPS) ? STEPS : List.of(new PilotSteps.Every(1))))
            .as(DrawnSite.Wish::new);
    return Combinators.combine(spot, wish).as(DrawnSite.Port::new);
  }

  private Arbitrary<Integer> when(Of what, Arbitrary<Integer> then, int otherwise) {
    return wished.contains(what) ? then : Arbitraries.just(otherwise);
  }

  private static Arbitrary<Integer> mostlyNone(int from, int to) {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0)), Tuple.of(1, between(from, to)));
  }

  private static Arbitrary<Integer> between(int from, int to) {
    return Arbitraries.integers().between(from, to);
  }
}
