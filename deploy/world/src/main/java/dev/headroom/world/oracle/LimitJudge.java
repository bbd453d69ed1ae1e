package dev.headroom.world.oracle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.site.Evse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** S4 and S6 in what is issued: never above an EVSE's rating, nothing or at least its minimum. */
final class LimitJudge implements Judge {

  private final Map<String, Evse> evses = new HashMap<>();

  LimitJudge(Sight sight) {
    sight.setting().site().evses().forEach(evse -> evses.put(evse.name(), evse));
  }

  @Override
  public void issued(Allocation allocation, Sight sight, Consumer<Violation> found) {
    for (EvseLimit limit : allocation.limits()) {
      Evse evse = evses.get(limit.evse());
      if (evse == null) {
        continue;
      }
      int milliamps = limit.limitMilliamps();
      String what = "%s is given %d mA".formatted(evse.name(), milliamps);
      if (milliamps > evse.maximumMilliamps()) {
        found.accept(new Violation(Rule.S4, sight.now(), what));
      }
      if (milliamps > 0 && milliamps < evse.minimumMilliamps()) {
        found.accept(new Violation(Rule.S6, sight.now(), what));
      }
    }
  }
}
