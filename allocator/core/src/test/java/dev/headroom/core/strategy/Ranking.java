package dev.headroom.core.strategy;

import dev.headroom.core.site.Sharing;
import java.util.Arrays;
import java.util.List;

/** A first look at some cars at noon. */
final class Ranking {

  private Ranking() {}

  static Precedence of(Sharing.Strategy strategy, Car... cars) {
    List<Claimant> claimants = Arrays.stream(cars).map(Car::claimant).toList();
    return Precedence.NONE.next(Strategy.of(strategy), cars.length, claimants, Car.NOON);
  }
}
