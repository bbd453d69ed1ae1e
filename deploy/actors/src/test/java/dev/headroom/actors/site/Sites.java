package dev.headroom.actors.site;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small sites to try the actors on. */
public final class Sites {

  private Sites() {}

  /** Service 100 A with one panel; worst-case base 40 A, of which 15 A below the panel. */
  public static Site of(Supply supply, Wiring first, Wiring second) {
    Set<Phase> phases = Set.copyOf(supply.phases());
    return new Site(
        "home",
        supply,
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
        List.of(
            circuit("service", Optional.empty(), 100_000, phases, 40_000),
            circuit("panel", Optional.of("service"), 60_000, phases, 15_000)),
        List.of(evse("one", "panel", "cp-1", 1, first), evse("two", "service", "cp-2", 1, second)));
  }

  static Circuit circuit(
      String name, Optional<String> parent, int breaker, Set<Phase> phases, int base) {
    return new Circuit(
        name,
        parent,
        breaker,
        800,
        phases,
        Optional.of(new Meter(name, 10)),
        Optional.of(PerPhase.same(phases, base)));
  }

  public static Evse evse(String name, String circuit, String station, int number, Wiring wiring) {
    return new Evse(
        name,
        circuit,
        40_000,
        new StationAddress(station, number),
        wiring,
        32_000,
        6000,
        6000,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
