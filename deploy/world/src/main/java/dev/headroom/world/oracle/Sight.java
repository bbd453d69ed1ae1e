package dev.headroom.world.oracle;

import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.evse.EvseState;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.process.Epochs;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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
    Set<Rule> suspended = EnumSet.noneOf(Rule.class);
    faults
        .felt(now(), Guarantees.FELT)
        .forEach(kind -> suspended.addAll(Guarantees.suspendedBy(kind)));
    return !suspended.contains(rule);
  }
}
