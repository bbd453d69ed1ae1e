package dev.headroom.world.run;

import dev.headroom.world.oracle.Rule;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What runs are to prove: where they happen, and which rules have to hold. */
public enum Proof {
  /** A garage whose vehicles come and go quickly, by all rules. */
  GARAGE(EnumSet.allOf(Rule.class)) {
    @Override
    Setting setting(long seed, Duration length) {
      return Setting.of(seed, length);
    }
  },
  /**
   * Sites of all kinds through their days and nights, by all but the rule that judges use alone.
   */
  DAYS(Rule.OF_EVERY_SITE) {
    @Override
    Setting setting(long seed, Duration length) {
      return Setting.days(seed, length);
    }
  };

  private final Set<Rule> rules;

  Proof(Set<Rule> rules) {
    this.rules = rules;
  }

  abstract Setting setting(long seed, Duration length);

  Set<Rule> rules() {
    return rules;
  }
}
