package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PilotSteps;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is shared never overloads, and is what an EVSE accepts: S1, S4 and S6 as far as shares go.
 */
class SafetyPropertiesTest {

  @Provide
  Arbitrary<DrawnSite> sites() {
    return Chance.everything().sites();
  }

  /** S1: a bound keeps its room, or nobody who loads it has more than it stood at or its floor. */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void noRoomIsExceededByAnybodyWhoRose(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    double[] currents = currents(allocator.share(situation));
    double[] start = Start.of(situation).milliamps();
    Subsets subsets = new Subsets(situation);
    for (int b : subsets.places().toArray()) {
      if (subsets.worst(b, currents) > situation.room().filling()[b] + Start.LITTLE) {
        assertThat(situation.ports().filter(p -> subsets.loads(p, b)))
            .as("%s", situation.network().bounds().get(b).place())
            .allMatch(p -> currents[p] == start[p]);
      }
    }
  }

  /** The room for floors is kept too, but for what stands there whatever the bounds say. */
  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  void floorsKeepTheirRoomUnlessWhatStandsExceedsIt(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    double[] currents = currents(allocator.share(situation));
    double[] standing = Arrays.stream(situation.claims().standing()).asDoubleStream().toArray();
    Subsets subsets = new Subsets(situation);
    for (int b : subsets.places().toArray()) {
      double room = situation.room().floors()[b];
      assertThat(subsets.worst(b, currents))
          .isLessThanOrEqualTo(Math.max(room, subsets.worst(b, standing)) + Start.LITTLE);
    }
  }

  /** S4 and S6. */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void everybodyHasNothingOrWhatItStoodAtOrACurrentItAcceptsFromItsLeastToItsMost(
      @ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    Claims claims = situation.claims();
    int[] milliamps = allocator.share(situation).milliamps();
    for (int p : situation.ports().toArray()) {
      PilotSteps steps = claims.steps().get(p);
      if (milliamps[p] != claims.standing()[p]) {
        assertThat(milliamps[p])
            .as("port %d", p)
            .isBetween(claims.least()[p], claims.most()[p])
            .isGreaterThan(claims.standing()[p])
            .isEqualTo(steps.atMost(milliamps[p]));
      }
    }
  }

  /** What is said to stop a port does, and who is stopped by nothing has all it can use. */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void whatStopsAPortStopsIt(@ForAll("sites") DrawnSite site, @ForAll Implementation allocator) {
    Situation situation = site.situation();
    Claims claims = situation.claims();
    Shares shares = allocator.share(situation);
    Start start = Start.of(situation);
    Subsets subsets = new Subsets(situation);
    for (int p : situation.ports().toArray()) {
      int now = shares.milliamps()[p];
      boolean hasAll = !Start.asks(claims, p) || next(claims, p, now) > claims.most()[p];
      assertThat(shares.stoppedBy()[p] == Shares.NOTHING)
          .as("port %d has all", p)
          .isEqualTo(hasAll);
      if (!hasAll) {
        double[] room = start.in()[p] ? situation.room().filling() : situation.room().floors();
        int next = start.in()[p] ? next(claims, p, now) : claims.floor(p);
        assertThat(subsets.broken(shares.stoppedBy()[p], p, next - now, room, currents(shares)))
            .as("port %d at %s", p, situation.network().bounds().get(shares.stoppedBy()[p]).place())
            .isNotEmpty();
      }
    }
  }

  private static int next(Claims claims, int port, int now) {
    return claims.steps().get(port).atLeast(now + 1);
  }

  private static double[] currents(Shares shares) {
    return Arrays.stream(shares.milliamps()).asDoubleStream().toArray();
  }
}
