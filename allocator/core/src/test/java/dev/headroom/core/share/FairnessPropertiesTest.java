package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.share.Chance.Of;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is shared is all there is, and nobody has it at the cost of one who has less. */
class FairnessPropertiesTest {

  /** A milliampere in microamperes: so exact shares are. */
  private static final double LITTLE = 1000;

  @Provide
  Arbitrary<DrawnSite> sites() {
    return Chance.everything().sites();
  }

  /** One rank, no tenants: who shares with whom is said by weights alone. */
  @Provide
  Arbitrary<DrawnSite> sitesOfOneRank() {
    return Chance.with(Of.WEIGHTS, Of.FLOORS, Of.STANDING, Of.ENVELOPES).sites();
  }

  /** Pareto: nobody who takes part can go up to the next current it accepts. */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void nobodyCouldHaveMoreWithoutAnotherHavingLess(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    Claims claims = situation.claims();
    int[] milliamps = allocator.share(situation).milliamps();
    boolean[] in = Start.of(situation).in();
    Subsets subsets = new Subsets(situation);
    for (int p : situation.ports().filter(p -> in[p]).toArray()) {
      int next = claims.steps().get(p).atLeast(milliamps[p] + 1);
      if (next <= claims.most()[p]) {
        double[] tried = Arrays.stream(milliamps).asDoubleStream().toArray();
        tried[p] = next;
        assertThat(subsets.keeps(port -> port == p, situation.room().filling(), tried, 0))
            .as("port %d could have %d", p, next)
            .isFalse();
      }
    }
  }

  /**
   * Max-min: whoever has less than it asks for loads a full bound on which nobody who rose above
   * its start has more for its weight. On an envelope only those count who are in the choice of
   * loads that is full.
   *
   * <p>That is as good as the definition. Where the feasible currents form a convex set that
   * contains what lies below any of its points, as they do here, take any other feasible sharing in
   * which some port p has more. On p's full bound somebody q of the same choice must have less, and
   * q has no more for its weight than p: so p's gain costs one who has no more.
   */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void whoeverIsStoppedLoadsAFullBoundOnWhichNobodyHasMoreForItsWeight(
      @ForAll("sitesOfOneRank") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation().inMicroamps();
    int[] microamps = allocator.share(situation).milliamps();
    double[] currents = Arrays.stream(microamps).asDoubleStream().toArray();
    Start start = Start.of(situation);
    Subsets subsets = new Subsets(situation);
    for (int p : situation.ports().toArray()) {
      if (start.in()[p] && currents[p] < situation.claims().most()[p]) {
        assertThat(subsets.places())
            .as("port %d of %s", p, Arrays.toString(microamps))
            .anyMatch(b -> isBottleneck(b, p, currents, start, situation, subsets));
      }
    }
  }

  private static boolean isBottleneck(
      int b, int p, double[] currents, Start start, Situation situation, Subsets subsets) {
    double[] room = situation.room().filling();
    return Arrays.stream(subsets.broken(b, p, LITTLE, room, currents))
        .anyMatch(
            choice ->
                situation
                    .ports()
                    .filter(q -> q != p && subsets.isOf(q, b, choice))
                    .filter(q -> currents[q] > start.milliamps()[q] + LITTLE)
                    .allMatch(q -> hasNoMore(q, p, currents, situation.claims().weight())));
  }

  private static boolean hasNoMore(int q, int p, double[] currents, int[] weight) {
    return currents[q] / weight[q] <= (currents[p] + LITTLE) / weight[p];
  }
}
