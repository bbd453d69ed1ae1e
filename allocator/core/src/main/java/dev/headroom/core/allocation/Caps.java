package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.SiteTree;
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

  /** What ratings alone cap, of each of a network's bounds. */
  static List<List<Cap>> rated(SiteTree tree, Network network) {
    return network.bounds().stream().map(Bound::place).map(it -> rated(tree, it)).toList();
  }

  private static List<Cap> rated(SiteTree tree, Place place) {
    return switch (Rating.of(tree, place)) {
      case Rating.Current(int continuous, int _, long _) ->
          List.of(new Cap(continuous, true, Reason.at(place).withinMilliamps(continuous)));
      case Rating.Power _ -> List.of();
    };
  }

  /** Of every bound that is watched. */
  List<List<Cap>> everywhere() {
    List<List<Cap>> all = new ArrayList<>();
    for (int place = 0; place < grid.watched(); place++) {
      Place where = grid.carrier(place).place();
      boolean service = where.circuit().equals(grid.tree().root().name());
      boolean more =
          switch (where.kind()) {
            case LINE -> service && !ceilings.isEmpty();
            case POWER -> demandWatts.isPresent() || !ceilings.isEmpty();
            case NEUTRAL, SECONDARY, PRIMARY -> false;
          };
      all.add(more ? with(grid.rated(place), where) : grid.rated(place));
    }
    return all;
  }

  private List<Cap> with(List<Cap> rated, Place where) {
    List<Cap> caps = new ArrayList<>(rated);
    if (where.kind() == Place.Kind.POWER) {
      addOfPower(caps);
    } else {
      addOfCurrent(caps, where);
    }
    return caps;
  }

  private void addOfCurrent(List<Cap> caps, Place where) {
    for (InForce ceiling : ceilings) {
      if (ceiling.value() instanceof Amperes(int milliamps)) {
        Reason cause = Reason.at(Reason.Kind.CEILING, where).withinMilliamps(milliamps);
        caps.add(new Cap(milliamps, ceiling.mayPause(), cause));
      }
    }
  }

  private void addOfPower(List<Cap> caps) {
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
  }
}
