package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.network.Bound;
import dev.headroom.core.share.Chance.Of;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** Max-min fair shares where magnitudes add plainly: a linear solver finds the same. */
class LinearOracleTest {

  @Provide
  Arbitrary<DrawnSite> sites() {
    return Chance.with(Of.WEIGHTS, Of.FLOORS, Of.STANDING).upTo(6).sites();
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void sharesPlainSumsAsSuccessiveLinearProgramsDo(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.plainSituation();
    assertThat(situation.network().bounds()).allMatch(LinearOracleTest::isPlain);
    int[] microamps = allocator.share(situation.inMicroamps()).milliamps();
    double[] expected = new LinearFilling(situation).filled();
    for (int p : situation.ports().toArray()) {
      assertThat(microamps[p] / 1e3).as("port %d", p).isCloseTo(expected[p], Offset.offset(1.0));
    }
  }

  private static boolean isPlain(Bound bound) {
    return bound.directions().size() <= 1;
  }
}
