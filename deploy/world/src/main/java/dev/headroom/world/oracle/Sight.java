package dev.headroom.world.oracle;

import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.evse.EvseState;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.process.Epochs;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What judges may look at: the physical world and the faults as they really are.
 *
 * @param clock the world's time
 * @param reported the last state of each EVSE that reached the broker, by the EVSE's name
 */
public record Sight(
    Setting setting,
    PhysicalSite physical,
    Faults faults,
    Epochs epochs,
    Supplier<Instant> clock,
    Map<String, EvseState> reported) {

  public Instant now() {
    return clock.get();
  }

  /** The longest that a profile may be followed without a word from us: 2 × TTL + margin (S5). */
  public Duration longestTail() {
    return setting.profileTtl().multipliedBy(2).plusSeconds(30);
  }

  /** Whether a rule has to hold now. */
  boolean holds(Rule rule) {
    Instant now = now();
    for (Fault fault : faults.all()) {
      if (fault.start().isAfter(now)) {
        return true;
      }
      if (Guarantees.suspends(fault.kind(), rule)
          && fault.isFelt(now, Guarantees.felt(fault.kind(), rule))) {
        return false;
      }
    }
    return true;
  }
}
