package dev.headroom.cli.simulate.outcome;

import dev.headroom.core.network.Place;
import java.time.Duration;

/**
 * What a place carried at most, base load included: milliamperes, of power milliwatts.
 *
 * @param exceeded how long that was above the limit
 */
public record PlaceFigure(Place place, double limit, double largest, Duration exceeded) {

  public double percent() {
    return 100 * largest / limit;
  }
}
