package dev.headroom.world.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.world.fault.Bug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {

  private static final Duration HOUR = Duration.ofHours(1);

  /** What fits into a minute. */
  private static final int SEEDS = 7;

  /** Within so many seeds each bug must show. */
  private static final int SEEDS_FOR_A_BUG = 20;

  @Test
  void noSeedBreaksARule() {
    List<String> broken = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = new World(seed, HOUR, Bug.NONE);
      var found = world.run();
      if (!found.isEmpty()) {
        broken.add("seed %d: %s under %s".formatted(seed, found.getFirst(), world.faults()));
      }
    }
    System.out.println("world: " + SEEDS + " site-hours, seeds 1 to " + SEEDS);
    assertEquals(List.of(), broken);
  }

  @Test
  void vehiclesChargeInIt() {
    World world = new World(1, Duration.ofMinutes(10), Bug.NONE);
    world.run();
    assertTrue(world.offeredMilliamps() > 6 * 6000);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theOracleCatches(Bug bug) {
    for (long seed = 1; seed <= SEEDS_FOR_A_BUG; seed++) {
      var found = new World(seed, HOUR, bug).run();
      if (!found.isEmpty()) {
        System.out.println(bug + " caught by seed " + seed + ": " + found.getFirst());
        return;
      }
    }
    throw new AssertionError("nobody noticed " + bug);
  }
}
