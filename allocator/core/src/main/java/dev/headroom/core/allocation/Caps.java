package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Everything that caps a bound now: its rating, the ceilings in force, the demand cap. */
final class Caps {

  private final Grid grid;
  private final List<InForce> ceilings;
  private final OptionalLong demandWatts;

  /**
   * @param demandWatts what the site may take by its demand cap, base load included; empty without
   */
  Caps(Grid grid, List<InForce> ceilings, OptionalLong demandWatts) {
    this.grid = grid;
    this.ceilings = ceilings;
    this.demandWatts = demandWatts;
  }

  /** Of a bound that is watched. */
  List<Cap> of(int place) {
    Place where = grid.bound(place).place();
    return switch (grid.rating(place)) {
      case Rating.Current current -> ofCurrent(where, current.continuousMilliamps());
      case Rating.Power _ -> ofPower();
    };
  }

  private List<Cap> ofCurrent(Place where, int rating) {
    List<Cap> caps = new ArrayList<>();
    caps.add(new Cap(rating, true, Reason.at(where).withinMilliamps(rating)));
    if (where.kind() == Place.Kind.LINE && where.circuit().equals(grid.tree().root().name())) {
      for (InForce ceiling : ceilings) {
        if (ceiling.value() instanceof Amperes(int milliamps)) {
          Reason cause = Reason.at(Reason.Kind.CEILING, where).withinMilliamps(milliamps);
          caps.add(new Cap(milliamps, ceiling.mayPause(), cause));
        }
      }
    }
    return caps;
  }

  private List<Cap> ofPower() {
    List<Cap> caps = new ArrayList<>();
    for (InForce ceiling : ceilings) {
      if (ceiling.value() instanceof Watts(int watts)) {
        Reason cause = Reason.of(Reason.Kind.CEILING).withinWatts(watts);
        caps.add(new Cap(watts * 1000.0, ceiling.mayPause(), cause));
      }
    }
    demandWatts.ifPresent(
        watts -> {
          int bound = Math.clamp(watts, 0, Integer.MAX_VALUE);
          Reason cause = Reason.of(Reason.Kind.DEMAND_CAP).withinWatts(bound);
          caps.add(new Cap(watts * 1000.0, true, cause));
        });
    return caps;
  }
}
