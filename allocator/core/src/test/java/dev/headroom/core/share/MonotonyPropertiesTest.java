package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.share.Chance.Of;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What more room, or less demand, does; without floors, standing currents, ranks and coarse steps.
 *
 * <p>It is <em>not</em> true that more room never lowers anybody: one who was held by its panel
 * rises with the panel's room and takes from those it meets at the service. What is true:
 *
 * <ol>
 *   <li>The levels (current for weight), sorted from the lowest on, never become less in the order
 *       of a dictionary; above all the lowest level never falls. Proof: a max-min fair sharing is
 *       the one feasible sharing whose sorted levels come last in that order. With more room all
 *       that was feasible still is, so the last of more comes no earlier than the last of fewer.
 *   <li>On one bound alone, whose loads do not relieve each other, nobody falls when room grows or
 *       when another asks for less. Proof: everybody has the smaller of what it asks for and its
 *       weight × one level for all, the highest at which the bound keeps its room. What it carries
 *       rises with every current, so the level can only rise when there is more room, or when one
 *       of the currents at each level is smaller.
 * </ol>
 */
class MonotonyPropertiesTest {

  /** Of microamperes for a weight of one: what doubles and whole ones leave open. */
  private static final double LITTLE = 100;

  @Provide
  Arbitrary<DrawnSite> plainSites() {
    return Chance.with(Of.WEIGHTS, Of.ENVELOPES).sites();
  }

  @Provide
  Arbitrary<DrawnSite> sitesWithoutEnvelopes() {
    return Chance.with(Of.WEIGHTS).sites();
  }

  @Property(tries = 1200, edgeCases = EdgeCasesMode.NONE)
  void moreRoomNeverMakesTheSortedLevelsLess(
      @ForAll("plainSites") DrawnSite site,
      @ForAll @IntRange(max = 12) int place,
      @ForAll @IntRange(max = 20_000) int more,
      @ForAll Implementation allocator) {
    Situation tight = site.situation().inMicroamps();
    Situation roomy = tight.roomier(place, more * 1000.0);
    double[] before = sortedLevels(allocator.share(tight), tight);
    double[] after = sortedLevels(allocator.share(roomy), roomy);
    IntStream.range(0, before.length)
        .filter(i -> after[i] < before[i] - LITTLE)
        .findFirst()
        .ifPresent(fallen -> assertThat(anyRose(before, after, fallen)).isTrue());
  }

  /** However little: for a weight of 1000 a milliampere is a thousandth of a level. */
  private static boolean anyRose(double[] before, double[] after, int end) {
    return IntStream.range(0, end).anyMatch(i -> after[i] > before[i]);
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void onOneBoundMoreRoomLowersNobody(
      @ForAll("sitesWithoutEnvelopes") DrawnSite site,
      @ForAll @IntRange(max = 12) int place,
      @ForAll @IntRange(max = 20_000) int more,
      @ForAll Implementation allocator) {
    Situation tight = onOneBound(site, place);
    Situation roomy = tight.roomier(0, more * 1000.0);
    int[] before = allocator.share(tight).milliamps();
    int[] after = allocator.share(roomy).milliamps();
    assertThat(tight.ports()).allMatch(p -> after[p] >= before[p] - LITTLE);
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void onOneBoundLessDemandOfOneLowersNobodyElse(
      @ForAll("sitesWithoutEnvelopes") DrawnSite site,
      @ForAll @IntRange(max = 12) int place,
      @ForAll @IntRange(max = 7) int port,
      @ForAll @IntRange(max = 40_000) int most,
      @ForAll Implementation allocator) {
    Situation many = onOneBound(site, place);
    Situation fewer = many.using(port, most * 1000);
    int[] before = allocator.share(many).milliamps();
    int[] after = allocator.share(fewer).milliamps();
    assertThat(many.ports()).allMatch(p -> p == port || after[p] >= before[p] - LITTLE);
  }

  private static Situation onOneBound(DrawnSite site, int place) {
    Situation situation = site.situation();
    return situation.only(place % situation.network().bounds().size()).inMicroamps();
  }

  private static double[] sortedLevels(Shares shares, Situation situation) {
    int[] weight = situation.claims().weight();
    return situation
        .ports()
        .mapToDouble(p -> (double) shares.milliamps()[p] / weight[p])
        .sorted()
        .toArray();
  }
}
