package dev.headroom.core.rules;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** A site's EVSEs as the ports of its network; one that is locked off draws nothing. */
record Ports(List<Evse> evses) {

  static Ports of(Site site) {
    return new Ports(site.evses());
  }

  /** The most that these currents of all EVSEs can add up to, rounded up. */
  long carried(Bound bound, ToIntFunction<Evse> current) {
    return carried(bound, current, _ -> true);
  }

  /** The same of some EVSEs. */
  long carried(Bound bound, ToIntFunction<Evse> current, Predicate<Evse> which) {
    int[] milliamps =
        evses.stream()
            .mapToInt(it -> it.lockedOff() || !which.test(it) ? 0 : current.applyAsInt(it))
            .toArray();
    return (long) Math.ceil(bound.carried(bound.sums(milliamps)) - 1e-3);
  }

  /** Those that load this bound. */
  List<Evse> below(Bound bound) {
    return bound.loads().stream()
        .mapToInt(Load::port)
        .distinct()
        .mapToObj(evses::get)
        .filter(evse -> !evse.lockedOff())
        .toList();
  }
}
