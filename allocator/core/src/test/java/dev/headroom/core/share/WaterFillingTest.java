package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaterFillingTest extends AllocatorSpec {

  @Override
  Allocator allocator(Network network) {
    return new WaterFilling(network);
  }

  @Test
  void sharesAsTheNaiveOne() {
    for (long seed = 0; seed < 2000; seed++) {
      sharesAsTheNaiveOne(seed, RandomSharing.of(seed));
    }
  }

  /** Where somebody's next milliampere misses its room by less than a thousandth of one. */
  @ParameterizedTest
  @ValueSource(longs = {8299, 9062, 10_805, 12_974, 14_691, 14_847})
  void sharesAsTheNaiveOneWhereLittleIsMissing(long seed) {
    sharesAsTheNaiveOne(seed, RandomSharing.of(seed));
  }

  @Test
  void sharesLinesThatAreLoadedAlikeAsTheNaiveOne() {
    for (long seed = 0; seed < 2000; seed++) {
      sharesAsTheNaiveOne(seed, RandomSharing.threePhase(seed));
    }
  }

  private static void sharesAsTheNaiveOne(long seed, RandomSharing it) {
    Shares naive = new NaiveAllocator(it.network()).share(it.claims(), it.room());
    Shares fast = new WaterFilling(it.network()).share(it.claims(), it.room());
    assertThat(fast.milliamps()).as("seed %d", seed).isEqualTo(naive.milliamps());
    assertThat(fast.stoppedBy()).as("seed %d", seed).isEqualTo(naive.stoppedBy());
  }

  /** Who was let in, or stopped, when more room or other claims were asked about. */
  @Test
  void remembersNothingOfWhatItSharedBefore() {
    for (long seed = 0; seed < 500; seed++) {
      RandomSharing it = seed % 3 == 0 ? RandomSharing.of(seed) : RandomSharing.threePhase(seed);
      WaterFilling allocator = new WaterFilling(it.network());
      Shares first = allocator.share(it.claims(), it.room());
      Claims others = claims(it.claims().ports(), new int[it.claims().ports()]);
      double[] ample = new double[it.room().filling().length];
      Arrays.fill(ample, 1e6);
      allocator.share(others, seed % 2 == 0 ? it.room() : Room.of(it.network(), ample));
      Shares again = allocator.share(it.claims(), it.room());
      assertThat(again.milliamps()).as("seed %d", seed).isEqualTo(first.milliamps());
      assertThat(again.stoppedBy()).as("seed %d", seed).isEqualTo(first.stoppedBy());
    }
  }

  @Test
  void sharesNothingAmongNobody() {
    Shares shares = share(new Network(0, List.of(), List.of()), claims(0, new int[0]));
    assertThat(shares.milliamps()).isEmpty();
    assertThat(shares.stoppedBy()).isEmpty();
  }

  @Test
  void givesAllTheyAskForWhereNothingIsBounded() {
    Network network = new Network(2, List.of(1, 1), List.of());
    Shares shares = share(network, claims(2, new int[2]));
    assertThat(shares.milliamps()).containsExactly(32_000, 32_000);
    assertThat(shares.stoppedBy()).containsOnly(Shares.NOTHING);
  }

  @Test
  void keepsWhoStandsAlreadyWhereABoundIsOverFull() {
    Claims claims = claims(2, new int[] {7000, 0});
    Shares shares = share(oneLine(2, 0), claims, 5000);
    assertThat(shares.milliamps()).containsExactly(7000, 0);
    assertThat(shares.stoppedBy()).containsExactly(0, 0);
  }

  @Test
  void letsNobodyInWhereTheRoomIsNegative() {
    Shares shares = share(oneLine(2, 0), claims(2, new int[2]), -1);
    assertThat(shares.milliamps()).containsExactly(0, 0);
    assertThat(shares.stoppedBy()).containsExactly(0, 0);
  }

  @Test
  void letsWhoOpposesTheFlowOfAFullEnvelopeRiseOn() {
    Network network = oneLine(2, 0, 180);
    Shares shares = share(network, claims(2, new int[2]), 10_000);
    assertThat(shares.milliamps()).containsExactly(10_000, 10_000);
    Claims smaller = claims(2, new int[] {10_000, 0});
    assertThat(share(network, smaller, 10_000).milliamps()).containsExactly(10_000, 10_000);
  }

  /**
   * A and B at 0° and 30° fill the line just when C, at 120°, leaves the 8 A that are taken off. C
   * opposes what flows then, at 15°, and so rises on; after another 8 A, 2 · cos 75° of the room,
   * the line is full again: whoever opposed it has come to load it.
   */
  @Test
  void stopsWhoOpposedAFullEnvelopeOnceItLoadsIt() {
    Network network = oneLine(3, 0, 30, 120);
    double full = 8000 * 2 * Math.cos(Math.toRadians(15)) * (1 + 5e-13);
    Claims claims = exact(claims(3, new int[] {0, 0, 8000}));
    Room room = new Room(new double[] {full}, new double[] {full}, new double[][] {{0, 0, 8000}});
    Shares fast = new WaterFilling(network).share(claims, room);
    assertThat(fast.milliamps()).containsExactly(8000, 8000, 16_000);
    assertThat(fast.stoppedBy()).containsOnly(0);
    assertThat(new NaiveAllocator(network).share(claims, room).milliamps())
        .isEqualTo(fast.milliamps());
  }

  /** The second line is full a little earlier, by less than doubles can tell. */
  @Test
  void namesTheFirstOfBoundsThatAreFullTogether() {
    Bound bound = oneLine(2, 0).bounds().getFirst();
    Network network = new Network(2, List.of(1, 1), List.of(bound, bound, bound));
    Claims claims = exact(claims(2, new int[2]));
    double room = 20_000;
    Shares shares = share(network, claims, room + 4e-8, room + 2e-8, room);
    assertThat(shares.milliamps()).containsExactly(10_000, 10_000);
    assertThat(shares.stoppedBy()).containsExactly(0, 0);
  }

  @Test
  void servesAThousandRanksOfOnePortEachInTheirOrder() {
    int[] rank = IntStream.range(0, 1000).map(port -> 999 - port).toArray();
    Claims all = claims(1000, new int[1000]);
    Claims ranked =
        new Claims(
            all.standing(),
            new int[1000],
            all.most(),
            all.weight(),
            rank,
            all.order(),
            all.sources(),
            Collections.nCopies(1000, new PilotSteps.Every(1)),
            all.tenants());
    int[] shares = share(oneLine(1000, 0), ranked, 64_000).milliamps();
    // Each is let in at 1 mA; the two of the lowest ranks have what the others leave.
    assertThat(shares[999]).isEqualTo(32_000);
    assertThat(shares[998]).isEqualTo(64_000 - 32_000 - 998);
    assertThat(Arrays.stream(shares).sum()).isEqualTo(64_000);
  }

  @Test
  void refusesTheRoomOfAnotherNetwork() {
    Claims claims = claims(2, new int[2]);
    assertThatThrownBy(
            () -> new WaterFilling(oneLine(2, 0)).share(claims, Room.of(oneLine(2, 0, 60), 5, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another network");
  }

  private static Shares share(Network network, Claims claims, double... room) {
    return new WaterFilling(network).share(claims, Room.of(network, room));
  }

  /** One bound that all ports load, each pointing at one of these in turn. */
  private static Network oneLine(int ports, double... degrees) {
    List<Phasor> directions =
        Arrays.stream(degrees).mapToObj(degree -> Phasor.polar(1, degree)).toList();
    List<Load> loads =
        IntStream.range(0, ports).mapToObj(p -> new Load(p, 0, p % degrees.length, 1)).toList();
    Bound bound = Bound.of(Place.line("service", Phase.L1), directions, loads);
    return new Network(ports, Collections.nCopies(ports, 1), List.of(bound));
  }

  /** The same of ports that accept every milliampere, the first included. */
  private static Claims exact(Claims claims) {
    int ports = claims.ports();
    return new Claims(
        claims.standing(),
        new int[ports],
        claims.most(),
        claims.weight(),
        claims.rank(),
        claims.order(),
        claims.sources(),
        Collections.nCopies(ports, new PilotSteps.Every(1)),
        claims.tenants());
  }

  private static Claims claims(int ports, int[] standing) {
    int[] ones = new int[ports];
    Arrays.fill(ones, 1);
    int[] all = new int[ports];
    Arrays.fill(all, Claims.ALL_SOURCES);
    int[] least = new int[ports];
    Arrays.fill(least, 6000);
    int[] most = new int[ports];
    Arrays.fill(most, 32_000);
    return new Claims(
        standing,
        least,
        most,
        ones,
        new int[ports],
        IntStream.range(0, ports).toArray(),
        all,
        Collections.nCopies(ports, PilotSteps.TENTHS),
        Tenants.none(ports));
  }
}
