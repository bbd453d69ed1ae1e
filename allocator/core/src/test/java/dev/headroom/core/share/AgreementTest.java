package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** The fast one shares as the naive one does. */
class AgreementTest {

  @Provide
  Arbitrary<DrawnSite> sites() {
    return Chance.everything().upTo(12).sites();
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void bothShareAlikeWithinAMilliampere(@ForAll("sites") DrawnSite site) {
    Situation situation = site.situation();
    int[] naive = Implementation.NAIVE.share(situation).milliamps();
    int[] fast = Implementation.WATER_FILLING.share(situation).milliamps();
    for (int p : situation.ports().toArray()) {
      assertThat(fast[p]).as("port %d", p).isCloseTo(naive[p], Offset.offset(1));
    }
  }

  /** With scratch memory left over from another sharing the result is the same. */
  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void anAllocatorRemembersNothing(
      @ForAll("sites") DrawnSite site, @ForAll int other, @ForAll Implementation implementation) {
    Situation situation = site.situation();
    Situation another = situation.roomier(other & 7, other % 20_000).using(0, other % 32_000);
    Allocator allocator = implementation.on(situation.network());
    Shares first = allocator.share(situation.claims(), situation.room());
    allocator.share(another.claims(), another.room());
    Shares again = allocator.share(situation.claims(), situation.room());
    assertThat(again.milliamps()).isEqualTo(first.milliamps());
    assertThat(again.stoppedBy()).isEqualTo(first.stoppedBy());
  }
}
