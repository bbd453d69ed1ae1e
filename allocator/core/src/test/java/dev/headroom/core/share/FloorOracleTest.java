package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.share.Chance.Of;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Who is let in, found by looking at all sets of ports: of those whose floors fit together the one
 * that comes first by order, where a set with the first port comes before any without, and so on.
 */
class FloorOracleTest {

  @Provide
  Arbitrary<DrawnSite> crowdedSites() {
    return Chance.with(Of.FLOORS, Of.STANDING, Of.STEPS, Of.ENVELOPES).upTo(12).sites();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void letsInTheFirstSetOfFloorsThatFits(
      @ForAll("crowdedSites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    int[] milliamps = allocator.share(situation).milliamps();
    int[] asking =
        Arrays.stream(situation.claims().order()).filter(p -> waits(situation, p)).toArray();
    boolean[] in = new boolean[milliamps.length];
    Arrays.stream(asking).forEach(p -> in[p] = milliamps[p] >= situation.claims().floor(p));
    assertThat(in).isEqualTo(firstThatFits(situation, asking));
  }

  /** Whether it needs to be let in. */
  private static boolean waits(Situation situation, int port) {
    return Start.asks(situation.claims(), port)
        && situation.claims().standing()[port] < situation.claims().floor(port);
  }

  /** Counts down from all of them, the first port being the highest digit. */
  private static boolean[] firstThatFits(Situation situation, int[] asking) {
    Subsets subsets = new Subsets(situation);
    for (int set = (1 << asking.length) - 1; set > 0; set--) {
      boolean[] in = new boolean[situation.claims().ports()];
      for (int i = 0; i < asking.length; i++) {
        in[asking[i]] = (set >> asking.length - 1 - i & 1) != 0;
      }
      double[] currents = currents(situation.claims(), in);
      if (subsets.keeps(p -> in[p], situation.room().floors(), currents, Start.LITTLE)) {
        return in;
      }
    }
    return new boolean[situation.claims().ports()];
  }

  private static double[] currents(Claims claims, boolean[] in) {
    return IntStream.range(0, in.length)
        .mapToDouble(p -> in[p] ? claims.floor(p) : claims.standing()[p])
        .toArray();
  }
}
