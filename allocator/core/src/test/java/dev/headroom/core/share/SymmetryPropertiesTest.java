package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must not matter does not: names of lines, numbers of ports, the unit, being asked again. */
class SymmetryPropertiesTest {

  @Provide
  Arbitrary<DrawnSite> sites() {
    return Chance.everything().sites();
  }

  @Provide
  Arbitrary<DrawnSite> threePhaseSites() {
    return Chance.everything().on(Supply.WYE_208Y_120, Supply.WYE_400Y_230).sites();
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void linesMayBeTurned(
      @ForAll("threePhaseSites") DrawnSite site, @ForAll Implementation allocator) {
    int[] shares = allocator.share(site.situation()).milliamps();
    int[] turned = allocator.share(site.turned().situation()).milliamps();
    assertThat(turned).isEqualTo(shares);
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void portsMayBeNumberedOtherwise(
      @ForAll("sites") DrawnSite site, @ForAll long seed, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    List<Integer> ports = situation.ports().boxed().collect(Collectors.toList());
    Collections.shuffle(ports, new Random(seed));
    int[] numbers = ports.stream().mapToInt(it -> it).toArray();
    Shares shares = allocator.share(situation);
    Shares others = allocator.share(situation.renumbered(numbers));
    assertThat(others.milliamps()).isEqualTo(Situation.picked(shares.milliamps(), numbers));
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void allMayBeSoManyTimesAsLarge(
      @ForAll("sites") DrawnSite site,
      @ForAll @IntRange(min = 2, max = 50) int times,
      @ForAll Implementation allocator) {
    int[] shares = allocator.share(site.situation()).milliamps();
    int[] larger = allocator.share(site.situation().times(times)).milliamps();
    assertThat(larger).isEqualTo(IntStream.of(shares).map(it -> it * times).toArray());
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void theSameAskedAgainIsAnsweredTheSame(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Shares once = allocator.share(site.situation());
    Shares again = allocator.share(site.situation());
    assertThat(again.milliamps()).isEqualTo(once.milliamps());
    assertThat(again.stoppedBy()).isEqualTo(once.stoppedBy());
  }
}
