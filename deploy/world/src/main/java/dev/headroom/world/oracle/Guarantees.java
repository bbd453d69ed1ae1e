package dev.headroom.world.oracle;

import dev.headroom.world.fault.FaultKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which rules no controller can keep under a fault, and for how long after it; all others must
 * hold.
 */
final class Guarantees {

  /** For how long a fault is felt after its end. */
  private static final Duration FELT = Duration.ofSeconds(60);

  /** A CT that lied is believed again when it follows a step of an EVSE: when a vehicle leaves. */
  static final Duration BELIEVED_AGAIN = Duration.ofMinutes(45);

  /** That the site is of use, as long as nobody is in trouble. */
  private static final Set<Rule> USE = EnumSet.of(Rule.LIVENESS, Rule.STARVATION, Rule.OSCILLATION);

  private static final Map<FaultKind, Set<Rule>> SUSPENDED = new EnumMap<>(FaultKind.class);

  static {
    for (FaultKind kind : FaultKind.values()) {
      SUSPENDED.put(kind, suspended(kind));
    }
  }

  private Guarantees() {}

  /** Whether this fault excuses that the rule is broken now. */
  static boolean suspends(FaultKind kind, Rule rule) {
    return SUSPENDED.getOrDefault(kind, Set.of()).contains(rule);
  }

  /** For how long after its end it does. */
  static Duration felt(FaultKind kind, Rule rule) {
    return liesAboutTheBuilding(kind) && USE.contains(rule) ? BELIEVED_AGAIN : FELT;
  }

  /** Fresh and plausible: only what rests on no meter holds, until an EVSE's step shows the lie. */
  private static boolean liesAboutTheBuilding(FaultKind kind) {
    return switch (kind) {
      case METER_FROZEN, METER_WRONG, METER_PHASES_SWAPPED -> true;
      default -> false;
    };
  }

  private static Set<Rule> suspended(FaultKind kind) {
    Set<Rule> rules = EnumSet.copyOf(USE);
    switch (kind) {
      // Its lie hides an overload, as a charger's does that draws what it likes until found out.
      case METER_FROZEN, METER_WRONG, METER_PHASES_SWAPPED ->
          rules.addAll(EnumSet.of(Rule.S1, Rule.S2, Rule.S8, Rule.S9));
      // And it follows no tail; nor does one that reads absolute schedules an hour off.
      case CHARGER_DISOBEYS ->
          rules.addAll(EnumSet.of(Rule.S1, Rule.S2, Rule.S5, Rule.S8, Rule.S9));
      case CHARGER_CLOCK_OFF -> rules.addAll(EnumSet.of(Rule.S5, Rule.S8));
      // S8 asks for fresh meters, an owner, and chargers that hear; blind time is S9's.
      case METER_SILENT,
          METER_LATE,
          METER_REORDERED,
          METER_CLOCK_OFF,
          ALLOCATOR_DEAD,
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
          rules.add(Rule.S8);
      case BASE_STEP -> {}
    }
    return rules;
  }
}
