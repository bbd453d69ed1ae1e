package dev.headroom.core.network;

import dev.headroom.core.electrical.Phasor;
import java.util.ArrayList;
import java.util.List;

/** A bound while its loads are being gathered: equal directions are one. */
final class BoundSketch {

  private final Place place;
  private final List<Phasor> directions = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();

  BoundSketch(Place place) {
    this.place = place;
  }

  /** So many amperes, pointing so, for each ampere of this source. */
  void add(int port, int source, Phasor current) {
    if (!current.isNegligible()) {
      loads.add(new Load(port, source, direction(current), current.magnitude()));
    }
  }

  private int direction(Phasor current) {
    for (int d = 0; d < directions.size(); d++) {
      if (directions.get(d).pointsLike(current)) {
        return d;
      }
    }
    directions.add(current.direction());
    return directions.size() - 1;
  }

  Bound bound() {
    return Bound.of(place, directions, loads);
  }
}
