package dev.headroom.core.strategy;

import static dev.headroom.core.site.Sharing.Strategy.EARLIEST_DEADLINE;
import static dev.headroom.core.site.Sharing.Strategy.FAIR_SHARE;
import static dev.headroom.core.site.Sharing.Strategy.FIRST_COME;
import static dev.headroom.core.site.Sharing.Strategy.LEAST_LAXITY;
import static dev.headroom.core.site.Sharing.Strategy.PRIORITY_TIERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyTest {

  @Test
  void aFairShareRanksAllAlikeAndLetsInByPriorityThenWhoChargesThenArrival() {
    Precedence found =
        Ranking.of(
            FAIR_SHARE,
            Car.at(0).arrived(-10),
            Car.at(1).arrived(-30),
            Car.at(2).arrived(-5).charging(),
            Car.at(3).arrived(-1).priority(3));
    assertThat(found.rank()).containsExactly(0, 0, 0, 0);
    assertThat(found.order()).containsExactly(3, 2, 1, 0);
  }

  @Test
  void whoArrivedTogetherIsLetInByPlace() {
    Precedence found = Ranking.of(FAIR_SHARE, Car.at(2), Car.at(0), Car.at(1));
    assertThat(found.order()).containsExactly(0, 1, 2);
  }

  @Test
  void tiersServeTheHigherPriorityFirstAndThoseOfOnePriorityAlike() {
    Precedence found =
        Ranking.of(
            PRIORITY_TIERS,
            Car.at(0).priority(-1),
            Car.at(1).priority(5).arrived(-1),
            Car.at(2),
            Car.at(3).priority(5).arrived(-2));
    assertThat(found.rank()).containsExactly(2, 0, 1, 0);
    assertThat(found.order()).containsExactly(3, 1, 2, 0);
  }

  @Test
  void firstComeServesByArrivalWhateverThePriority() {
    Precedence found =
        Ranking.of(
            FIRST_COME,
            Car.at(0).arrived(-1).priority(9),
            Car.at(1).arrived(-60),
            Car.at(2).arrived(-30).charging());
    assertThat(found.rank()).containsExactly(2, 0, 1);
    assertThat(found.order()).containsExactly(1, 2, 0);
  }

  @Test
  void whoArrivedWithinOneSecondSharesInFirstCome() {
    assertThat(Ranking.of(FIRST_COME, Car.at(0), Car.at(1)).rank()).containsExactly(0, 0);
  }

  @Test
  void theLeastLaxityIsWhatTheEnergyLeavesOfTheStay() {
    Precedence found =
        Ranking.of(
            LEAST_LAXITY,
            // An hour, all of it to spare.
            Car.at(0).leaves(60).needsWattHours(0),
            // Eight hours and 45 kWh, which take seven and a half.
            Car.at(1).leaves(480).needsWattHours(45_000),
            // Two hours and 18 kWh: late already.
            Car.at(2).leaves(120).needsWattHours(18_000));
    assertThat(found.rank()).containsExactly(2, 1, 0);
    assertThat(found.order()).containsExactly(2, 1, 0);
  }

  @Test
  void thoseOfOneQuarterOfLaxityShare() {
    Precedence found =
        Ranking.of(
            LEAST_LAXITY,
            Car.at(0).leaves(59).needsWattHours(0),
            Car.at(1).leaves(46).needsWattHours(0),
            Car.at(2).leaves(44).needsWattHours(0));
    assertThat(found.rank()).containsExactly(1, 1, 0);
  }

  @Test
  void thoseOfUnknownLaxityAreLastInOrderOfArrival() {
    Precedence found =
        Ranking.of(
            LEAST_LAXITY,
            Car.at(0).arrived(-10),
            Car.at(1).arrived(-20).leaves(30),
            Car.at(2).arrived(-30).needsWattHours(100),
            Car.at(3).arrived(-1).leaves(6000).needsWattHours(1));
    assertThat(found.rank()).containsExactly(3, 2, 1, 0);
    assertThat(found.order()).containsExactly(3, 2, 1, 0);
  }

  @Test
  void theEarliestDeadlineIsServedFirstAndUnknownOnesLastByArrival() {
    Precedence found =
        Ranking.of(
            EARLIEST_DEADLINE,
            Car.at(0).arrived(-5),
            Car.at(1).leaves(120),
            Car.at(2).leaves(60).needsWattHours(90_000),
            Car.at(3).arrived(-9).needsWattHours(5000),
            Car.at(4).leaves(120));
    assertThat(found.rank()).containsExactly(3, 1, 0, 2, 1);
    assertThat(found.order()).containsExactly(2, 1, 4, 3, 0);
  }

  @Test
  void whoOverstaysItsDepartureIsHeldUnknown() {
    Car overdue = Car.at(0).arrived(-300).leaves(0).needsWattHours(6000);
    Car patient = Car.at(1).arrived(-1).leaves(600).needsWattHours(6000);
    assertThat(Ranking.of(EARLIEST_DEADLINE, overdue, patient).rank()).containsExactly(1, 0);
    assertThat(Ranking.of(LEAST_LAXITY, overdue, patient).rank()).containsExactly(1, 0);
  }

  @Test
  void theLargestNeedsDoNotOverflow() {
    Precedence found =
        Ranking.of(
            LEAST_LAXITY,
            Car.at(0).leaves(60).needsWattHours(6000),
            Car.at(1).leaves(60).needsWattHours(10_000_000));
    assertThat(found.rank()).containsExactly(1, 0);
  }

  @Test
  void portsThatWantNothingHaveTheFirstRankAndComeLastInOrder() {
    Precedence found =
        Precedence.NONE.next(
            Strategy.of(FIRST_COME),
            4,
            List.of(Car.at(3).claimant(), Car.at(1).arrived(-1).claimant()),
            Car.NOON);
    assertThat(found.rank()).containsExactly(0, 0, 0, 1);
    assertThat(found.order()).containsExactly(1, 3, 0, 2);
  }

  @Test
  void twoAtOnePlaceAndOnesOutsideOfTheSiteAreRefused() {
    Strategy fair = Strategy.of(FAIR_SHARE);
    Claimant car = Car.at(1).claimant();
    assertThatThrownBy(() -> Precedence.NONE.next(fair, 2, List.of(car, car), Car.NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Precedence.NONE.next(fair, 1, List.of(car), Car.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
