package dev.headroom.world.oracle;

import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.evse.EvseState;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.process.Epochs;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What judges may look at: the physical world and the faults as they really are.
 *
 * @param troubles what goes wrong, as it is felt
 * @param longestTail the longest that a profile may be followed without a word from us: 2 × TTL +
 *     margin (S5)
 * @param clock the world's time
 * @param reported the last state of each EVSE that reached the broker, by the EVSE's name
 */
public record Sight(
    Setting setting,
    PhysicalSite physical,
    Troubles troubles,
    Duration longestTail,
    Epochs epochs,
    Supplier<Instant> clock,
    Map<String, EvseState> reported) {

  public Sight(
      Setting setting,
      PhysicalSite physical,
      Faults faults,
      Epochs epochs,
      Supplier<Instant> clock,
      Map<String, EvseState> reported) {
    this(
        setting,
        physical,
        troubles(faults, longestTail(setting)),
        longestTail(setting),
        epochs,
        clock,
        reported);
  }

  private static Troubles troubles(Faults faults, Duration tail) {
    Duration lie = Guarantees.BELIEVED_AGAIN;
    return new Troubles(faults, tail.compareTo(lie) > 0 ? tail : lie);
  }

  public Instant now() {
    return clock.get();
  }

  private static Duration longestTail(Setting setting) {
    return setting.profileTtl().multipliedBy(2).plusSeconds(30);
  }

  /** What has gone wrong and may still be felt, by its start. */
  List<Fault> felt() {
    return troubles.at(now());
  }

  /** Whether a charger keeps no schedule: its clock is wrong, or it gives what it likes. */
  boolean keepsNoSchedule(String station) {
    for (Fault fault : felt()) {
      boolean itself =
          fault.kind() == FaultKind.CHARGER_CLOCK_OFF || fault.kind() == FaultKind.CHARGER_DISOBEYS;
      if (itself && fault.target().equals(station) && fault.isFelt(now(), longestTail())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule has to hold now. */
  boolean holds(Rule rule) {
    Instant now = now();
    for (Fault fault : felt()) {
      if (Guarantees.suspends(fault.kind(), rule)
          && fault.isFelt(now, Guarantees.felt(fault.kind(), rule))) {
        return false;
      }
    }
    return true;
  }
}
