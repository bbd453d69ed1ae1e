package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.share.Chance.Of;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/**
 * Max-min fair shares of phasors, found anew: the highest level that fits by halving, whoever can't
 * rise alone stays, again. Whether it fits is looked up among all choices of directions.
 */
class PhasorOracleTest {

  @Provide
  Arbitrary<DrawnSite> sites() {
    return Chance.with(Of.WEIGHTS, Of.FLOORS, Of.STANDING, Of.ENVELOPES).sites();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void sharesPhasorsAsHalvingTheLevelDoes(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation().inMicroamps();
    int[] microamps = allocator.share(situation).milliamps();
    double[] expected = new Filling(situation).filled();
    for (int p : situation.ports().toArray()) {
      assertThat((double) microamps[p]).as("port %d", p).isCloseTo(expected[p], Offset.offset(1e3));
    }
  }

  /** One filling, in microamperes. */
  private static final class Filling {

    private static final double BIT = 10;

    private final Situation situation;
    private final Subsets subsets;
    private final double[] start;
    private final List<Integer> rising = new ArrayList<>();
    private double[] currents;

    Filling(Situation situation) {
      this.situation = situation;
      subsets = new Subsets(situation);
      Start at = Start.of(situation);
      start = at.milliamps();
      currents = start.clone();
      situation.ports().filter(p -> at.in()[p]).forEach(rising::add);
    }

    double[] filled() {
      rising.removeIf(p -> !canRise(p));
      while (!rising.isEmpty()) {
        double top = Arrays.stream(situation.claims().most()).max().orElse(0);
        currents = at(Bisection.largest(top, it -> fits(at(it))));
        if (!rising.removeIf(p -> !canRise(p))) {
          throw new IllegalStateException("all of " + rising + " could rise alone");
        }
      }
      return currents;
    }

    private boolean canRise(int port) {
      double[] tried = currents.clone();
      tried[port] += BIT;
      return tried[port] <= situation.claims().most()[port]
          && subsets.keeps(p -> p == port, situation.room().filling(), tried, 0);
    }

    private boolean fits(double[] tried) {
      return subsets.keeps(rising::contains, situation.room().filling(), tried, 0);
    }

    private double[] at(double level) {
      double[] at = currents.clone();
      for (int port : rising) {
        double share = level * situation.claims().weight()[port];
        at[port] = Math.max(start[port], Math.min(share, situation.claims().most()[port]));
      }
      return at;
    }
  }
}
