package dev.headroom.actors.site;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

  /** A service of 480Y/277 and below its 150 kVA transformer a panel of 208Y/120, EVSE "one". */
  public static Site behindATransformer(Wiring wiring) {
    Set<Phase> phases = Set.of(Phase.values());
    Transformer transformer =
        new Transformer(
            150_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);
    Circuit panel =
        new Circuit(
            "panel",
            Optional.of("service"),
            400_000,
            800,
            phases,
            Optional.of(new Meter("panel", 10)),
            Optional.of(PerPhase.same(phases, 0)),
            true,
            OptionalInt.empty(),
            BaseRises.UNDECLARED,
            Optional.of(transformer));
    return new Site(
        "garage",
        Supply.WYE_480Y_277,
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
        List.of(circuit("service", Optional.empty(), 200_000, phases, 0), panel),
        List.of(evse("one", "panel", "cp-1", 1, wiring)));
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
