package dev.headroom.world.setting;

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
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A service of three lines with a few stations of 32 A, more than it can feed at once beside half
 * of its current for the building.
 */
final class Garage {

  private static final Set<Phase> LINES = Set.of(Phase.values());
  private static final int[] BREAKERS_AMPS = {63, 80, 100};

  private Garage() {}

  static Setting setting(long seed, Duration length, SplittableRandom random) {
    int stations = random.nextInt(2, 7);
    int breaker = 1000 * BREAKERS_AMPS[random.nextInt(BREAKERS_AMPS.length)];
    Site usual = site(breaker, 1000, stations);
    Map<String, OcppVersion> versions = new HashMap<>();
    usual.evses().forEach(evse -> versions.put(evse.address().stationId(), OcppVersion.OCPP_1_6));
    return new Setting(
        seed,
        length,
        usual,
        site(breaker, 900, stations),
        Duration.ofSeconds(1),
        Duration.ofMinutes(2),
        Map.copyOf(versions));
  }

  private static Site site(int breaker, int factorPermille, int stations) {
    Circuit service =
        new Circuit(
            "service",
            Optional.empty(),
            breaker,
            factorPermille,
            LINES,
            Optional.of(new Meter("service", 10)),
            Optional.of(PerPhase.same(LINES, breaker / 2)),
            true,
            new BaseRises(OptionalInt.of(breaker / 6), OptionalInt.of(breaker / 4)));
    List<Evse> evses = new ArrayList<>();
    for (int i = 0; i < stations; i++) {
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
