package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.site.StationAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sites to test with, built a circuit and an EVSE at a time; amperes in whole numbers. */
final class Sites {

  private final Supply supply;
  private final List<Circuit> circuits = new ArrayList<>();
  private final List<Evse> evses = new ArrayList<>();

  private Sites(Supply supply) {
    this.supply = supply;
  }

  static Sites on(Supply supply) {
    return new Sites(supply);
  }

  /** A service entrance with a perfect CT and this worst-case base load. */
  Sites service(int breakerAmps, int worstCaseBaseAmps) {
    return circuit(
        "service",
        Optional.empty(),
        breakerAmps,
        Optional.of(new Meter("main", 0)),
        Optional.of(PerPhase.same(supply.phases(), worstCaseBaseAmps * 1000)));
  }

  Sites panel(String name, String parent, int breakerAmps) {
    return circuit(name, Optional.of(parent), breakerAmps, Optional.empty(), Optional.empty());
  }

  private Sites circuit(
      String name,
      Optional<String> parent,
      int breakerAmps,
      Optional<Meter> meter,
      Optional<PerPhase> worst) {
    Set<Phase> phases = Set.copyOf(supply.phases());
    circuits.add(new Circuit(name, parent, breakerAmps * 1000, 800, phases, meter, worst));
    return this;
  }

  Sites evse(String name, String circuit, Wiring wiring, int maximumAmps, int fallbackAmps) {
    return evse(name, circuit, wiring, maximumAmps, fallbackAmps, 1);
  }

  Sites evse(
      String name, String circuit, Wiring wiring, int maximumAmps, int fallbackAmps, int weight) {
    evses.add(
        new Evse(
            name,
            circuit,
            maximumAmps * 1250,
            new StationAddress("station-" + name, 1),
            wiring,
            maximumAmps * 1000,
            Evse.PILOT_FLOOR_MILLIAMPS,
            fallbackAmps * 1000,
            true,
            0,
            weight,
            Optional.empty(),
            false));
    return this;
  }

  SiteTree tree() {
    Control control =
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);
    return new SiteTree(new Site("test", supply, control, circuits, evses));
  }
}
