package dev.headroom.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.site.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every strategy, whoever wants current. */
class PrecedencePropertiesTest {

  private static final int PORTS = 12;

  @Provide
  Arbitrary<List<Claimant>> claimants() {
    return Arbitraries.integers()
        .between(0, PORTS - 1)
        .set()
        .ofMinSize(1)
        .flatMap(
            places ->
                Combinators.combine(places.stream().sorted().map(this::claimant).toList())
                    .as(list -> list));
  }

  /** Of few values each, so that ties are common. */
  private Arbitrary<Claimant> claimant(int place) {
    Arbitrary<Instant> departures = Arbitraries.integers().between(-30, 300).map(Car::minute);
    Arbitrary<OptionalLong> energies =
        Arbitraries.longs().between(0, 30).map(kilowatts -> OptionalLong.of(kilowatts * 1000));
    return Combinators.combine(
            Arbitraries.integers().between(-2, 2),
            Arbitraries.integers().between(-3, 0).map(minutes -> Car.minute(minutes)),
            Arbitraries.of(true, false),
            Arbitraries.oneOf(energies, Arbitraries.of(OptionalLong.empty())),
            departures.optional(),
            Arbitraries.of(1920L, 6656L, 50_000L))
        .as(
            (priority, arrival, charges, energy, departure, watts) ->
                new Claimant(
                    place,
                    priority,
                    arrival,
                    charges,
                    new ChargingNeeds(energy, departure),
                    watts));
  }

  private static Precedence look(Sharing.Strategy strategy, List<Claimant> claimants) {
    return Precedence.NONE.next(Strategy.of(strategy), PORTS, claimants, Car.NOON);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyPortIsInTheOrderOnce(
      @ForAll Sharing.Strategy strategy, @ForAll("claimants") List<Claimant> claimants) {
    assertThat(look(strategy, claimants).order())
        .containsExactlyInAnyOrder(IntStream.range(0, PORTS).toArray());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void ranksGrowAlongTheOrderFromZeroWithoutGaps(
      @ForAll Sharing.Strategy strategy, @ForAll("claimants") List<Claimant> claimants) {
    Precedence found = look(strategy, claimants);
    int[] along =
        Arrays.stream(found.order())
            .limit(claimants.size())
            .map(port -> found.rank()[port])
            .toArray();
    assertThat(along[0]).isZero();
    for (int i = 1; i < along.length; i++) {
      assertThat(along[i] - along[i - 1]).isBetween(0, 1);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theOrderOfTheInputPlaysNoPart(
      @ForAll Sharing.Strategy strategy,
      @ForAll("claimants") List<Claimant> claimants,
      @ForAll long shuffle) {
    List<Claimant> shuffled = new ArrayList<>(claimants);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertSame(look(strategy, shuffled), look(strategy, claimants));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aSecondLookAtTheSameMomentFindsTheSame(
      @ForAll Sharing.Strategy strategy, @ForAll("claimants") List<Claimant> claimants) {
    Precedence first = look(strategy, claimants);
    assertSame(first.next(Strategy.of(strategy), PORTS, claimants, Car.NOON), first);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void oneThatGoesChangesNothingAmongTheOthers(
      @ForAll Sharing.Strategy strategy, @ForAll("claimants") List<Claimant> claimants) {
    Precedence all = look(strategy, claimants);
    Precedence fewer = look(strategy, claimants.subList(1, claimants.size()));
    int gone = claimants.getFirst().place();
    int[] expected = Arrays.stream(all.order()).filter(port -> port != gone).toArray();
    int[] remaining = Arrays.stream(fewer.order()).filter(port -> port != gone).toArray();
    assertThat(remaining).containsExactly(expected);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void knownNeedsAreNeverServedAfterUnknownOnes(@ForAll("claimants") List<Claimant> claimants) {
    Precedence found = look(Sharing.Strategy.EARLIEST_DEADLINE, claimants);
    int lastKnown = -1;
    int firstUnknown = PORTS;
    for (Claimant claimant : claimants) {
      int rank = found.rank()[claimant.place()];
      Optional<Instant> ahead = claimant.needs().departure().filter(Car.NOON::isBefore);
      lastKnown = ahead.isPresent() ? Math.max(lastKnown, rank) : lastKnown;
      firstUnknown = ahead.isPresent() ? firstUnknown : Math.min(firstUnknown, rank);
    }
    assertThat(lastKnown).isLessThan(firstUnknown);
  }

  private static void assertSame(Precedence found, Precedence expected) {
    assertThat(found.rank()).containsExactly(expected.rank());
    assertThat(found.order()).containsExactly(expected.order());
    assertThat(found.urgencies()).isEqualTo(expected.urgencies());
  }
}
