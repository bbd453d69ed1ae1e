package dev.headroom.world.run;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A 100 A service with six stations of 32 A, two on each line, and up to 60 A of other load. */
final class Garage {

  static final int STEP_MILLIAMPS = 20_000;

  private Garage() {}

  static Site site() {
    Set<Phase> phases = Set.of(Phase.values());
    Circuit service =
        new Circuit(
            "service",
            Optional.empty(),
            100_000,
            1000,
            phases,
            Optional.of(new Meter("service", 10)),
            Optional.of(PerPhase.same(phases, 60_000)),
            true,
            OptionalInt.empty(),
            new BaseRises(OptionalInt.of(STEP_MILLIAMPS), OptionalInt.of(STEP_MILLIAMPS)),
            Optional.empty());
    List<Evse> evses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      evses.add(evse("bay-" + i, "station-" + i, Phase.values()[i % 3]));
    }
    Control control =
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);
    return new Site("garage", Supply.WYE_400Y_230, control, List.of(service), evses);
  }

  private static Evse evse(String name, String station, Phase line) {
    return new Evse(
        name,
        "service",
        40_000,
        new StationAddress(station, 1),
        new Wiring.LineToNeutral(line),
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
