package dev.headroom.world.oracle;

import dev.headroom.world.fault.FaultKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules no controller can keep under a fault, and for how long after it; all others must
 * hold.
 */
final class Guarantees {

  private Guarantees() {}

  /** For how long a fault is felt after its end. */
  static final Duration FELT = Duration.ofSeconds(60);

  /** The rules that this fault suspends. */
  static Set<Rule> suspendedBy(FaultKind kind) {
    return switch (kind) {
      // A plausible lie about the base load: only what rests on no meter holds.
      case METER_FROZEN, METER_WRONG, METER_PHASES_SWAPPED ->
          EnumSet.of(Rule.S1, Rule.S2, Rule.S8, Rule.S9, Rule.LIVENESS, Rule.OSCILLATION);
      // Stale readings count as the worst case: the site is cut, never overloaded for long.
      case METER_SILENT, METER_LATE, METER_REORDERED, METER_CLOCK_OFF ->
          EnumSet.of(Rule.S8, Rule.LIVENESS, Rule.OSCILLATION);
      // Nobody decides, or nobody hears it: blind time, S9.
      case ALLOCATOR_DEAD,
          ALLOCATOR_KILLED,
          ALLOCATOR_PAUSED,
          ALLOCATOR_DOUBLED,
          BROKER_PARTS_ALLOCATOR,
          BROKER_PARTS_GATEWAY,
          GATEWAY_DEAD,
          CHARGER_HALF_OPEN,
          CHARGER_OFFLINE,
          CHARGER_REBOOTS,
          SITE_CHANGED ->
          EnumSet.of(Rule.S8, Rule.LIVENESS, Rule.OSCILLATION);
      // It draws what it likes up to its rating until it is found out.
      case CHARGER_DISOBEYS ->
          EnumSet.of(Rule.S1, Rule.S2, Rule.S8, Rule.S9, Rule.LIVENESS, Rule.OSCILLATION);
      case CHARGER_CLOCK_OFF -> EnumSet.of(Rule.S8, Rule.LIVENESS, Rule.OSCILLATION);
      case BASE_STEP -> EnumSet.of(Rule.LIVENESS, Rule.OSCILLATION);
    };
  }
}
