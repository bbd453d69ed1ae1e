package dev.headroom.world.run;

import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Rule;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A run that can be had again and again: a seed, and the length over which its faults are drawn.
 *
 * @param sabotage a new one for each run
 */
public record Trial(long seed, Duration length, Supplier<Sabotage> sabotage) {

  /** All that go wrong, if nothing is left out. */
  public Faults faults() {
    Setting setting = Setting.of(seed, length);
    return Faults.seeded(
        setting.chances(), Setting.START, length, setting.meters(), setting.stations());
  }

  public Verdict run(BooleanSupplier stopped) {
    return run(faults(), length, Listener.NONE, stopped);
  }

  /**
   * The same site under other faults, or for a shorter time.
   *
   * @param stopped whether to end here
   */
  public Verdict run(Faults faults, Duration until, Listener listener, BooleanSupplier stopped) {
    Setting setting = Setting.of(seed, until);
    return new World(setting, faults, sabotage.get(), EnumSet.allOf(Rule.class), listener)
        .run(stopped);
  }
}
