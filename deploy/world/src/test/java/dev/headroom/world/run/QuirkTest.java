package dev.headroom.world.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Rule;
import dev.headroom.world.setting.Setting;
import dev.headroom.world.station.Quirk;
import dev.headroom.world.station.StationSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sites with one odd station among plain ones. */
class QuirkTest {

  private static final Duration LENGTH = Duration.ofHours(1);
  private static final Set<Rule> USE = EnumSet.of(Rule.LIVENESS, Rule.STARVATION, Rule.OSCILLATION);
  private static final int SEEDS = 1;

  @Test
  void oddStationsEndangerNoSiteInEitherVersion() {
    List<String> broken = new ArrayList<>();
    for (OcppVersion version : OcppVersion.values()) {
      for (Quirk quirk : Quirk.values()) {
        for (long seed = 1; seed <= SEEDS; seed++) {
          run(seed, version, Set.of(quirk), broken);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void stationsOfEitherVersionChargeAtPlainSites() {
    List<String> broken = new ArrayList<>();
    for (OcppVersion version : OcppVersion.values()) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        run(seed, version, Set.of(), broken);
      }
    }
    assertEquals(List.of(), broken);
  }

  private static void run(long seed, OcppVersion version, Set<Quirk> quirks, List<String> broken) {
    Setting setting = Setting.of(seed, LENGTH);
    Map<String, StationSpec> specs = new HashMap<>();
    setting.stations().forEach(id -> specs.put(id, StationSpec.plain(version)));
    String odd = setting.stations().getFirst();
    specs.put(odd, new StationSpec(version, quirks));
    Verdict verdict =
        new World(setting, specs, losses(odd, quirks), Sabotage.NONE, rules(quirks), Listener.NONE)
            .run();
    String run = "%s %s, seed %d".formatted(version, quirks, seed);
    if (!verdict.clean()) {
      broken.add(run + ": " + verdict.violations().getFirst());
    }
    if (verdict.deliveredWattHours() == 0) {
      broken.add(run + ": nobody charges");
    }
  }

  /** These do not fall back as S5 has it, whatever they are told; all that is ours must hold. */
  private static Set<Rule> rules(Set<Quirk> quirks) {
    Set<Rule> rules = EnumSet.allOf(Rule.class);
    if (quirks.contains(Quirk.DROPS_PROFILES_ON_LINK_LOSS) || quirks.contains(Quirk.SLOW_RAMP)) {
      rules.remove(Rule.S5);
      rules.removeAll(USE);
    }
    return rules;
  }

  /** What the quirk needs to show. */
  private static Faults losses(String station, Set<Quirk> quirks) {
    List<Fault> faults = new ArrayList<>();
    Instant start = Setting.START.plus(Duration.ofMinutes(20));
    Instant end = start.plus(Duration.ofMinutes(2));
    if (quirks.contains(Quirk.DROPS_PROFILES_ON_LINK_LOSS)) {
      faults.add(new Fault(FaultKind.CHARGER_OFFLINE, station, 0, start, end));
    }
    if (quirks.contains(Quirk.LOSES_PROFILES_ON_REBOOT)) {
      faults.add(new Fault(FaultKind.CHARGER_REBOOTS, station, 0, start, end));
    }
    return new Faults(faults);
  }
}
