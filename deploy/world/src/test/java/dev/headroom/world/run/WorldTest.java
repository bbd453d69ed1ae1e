package dev.headroom.world.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Rule;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final Duration HOURS = Duration.ofHours(2);
  private static final int SEEDS = 20;

  @Test
  void noSeedBreaksARule() {
    List<String> broken = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Setting setting = Setting.of(seed, HOURS);
      Faults faults =
          Faults.seeded(
              setting.chances(), Setting.START, HOURS, setting.meters(), setting.stations());
      Verdict verdict = new World(setting, faults, Sabotage.NONE).run();
      if (!verdict.clean()) {
        broken.add("seed %d: %s".formatted(seed, verdict.violations().getFirst()));
      }
      assertTrue(verdict.deliveredWattHours() > 0, "nobody charges with seed " + seed);
    }
    assertEquals(List.of(), broken);
  }

  /** Garages of two continents, homes, lots, transformers, and vehicles unlike one another. */
  @Test
  void noKindOfSiteBreaksARuleOfSafetyNorOscillatesNorStarvesAnybody() {
    List<String> broken = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Setting setting = Setting.varied(seed, HOURS);
      Faults faults =
          Faults.seeded(
              setting.chances(), Setting.START, HOURS, setting.meters(), setting.stations());
      Verdict verdict = new World(setting, faults, Sabotage.NONE, Rule.OF_EVERY_SITE).run();
      if (!verdict.clean()) {
        broken.add("seed %d: %s".formatted(seed, verdict.violations().getFirst()));
      }
      assertTrue(verdict.deliveredWattHours() > 0, "nobody charges with seed " + seed);
    }
    assertEquals(List.of(), broken);
  }
}
