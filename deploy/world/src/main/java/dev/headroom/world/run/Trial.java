package dev.headroom.world.run;

import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A run that can be had again and again: a seed, and the length over which its faults are drawn.
 *
 * @param proof where, and by which rules
 * @param sabotage a new one for each run
 */
public record Trial(long seed, Duration length, Proof proof, Supplier<Sabotage> sabotage) {

  /** In a garage. */
  public Trial(long seed, Duration length, Supplier<Sabotage> sabotage) {
    this(seed, length, Proof.GARAGE, sabotage);
  }

  /** All that go wrong, if nothing is left out. */
  public Faults faults() {
    Setting setting = proof.setting(seed, length);
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
    Setting setting = proof.setting(seed, until);
    return new World(setting, faults, sabotage.get(), proof.rules(), listener).run(stopped);
  }
}
