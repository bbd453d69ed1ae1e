package dev.headroom.world.oracle;

import dev.headroom.actors.breaker.BreakerHeat;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import java.time.Duration;
import java.util.function.Consumer;

/** S8 and S9 at the breakers: D, and how long a current is above the rating. */
final class BreakerJudge implements Judge {

  private static final Duration AT_MOST_ABOVE = Duration.ofSeconds(10);
  private static final double BLIND = 0.5;

  @Override
  public void look(Sight sight, Consumer<Violation> found) {
    for (Circuit circuit : sight.physical().site().circuits()) {
      for (Phase phase : circuit.phases()) {
        judge(
            circuit.name() + " " + phase,
            sight.physical().heat(circuit.name(), phase),
            sight,
            found);
      }
    }
  }

  private static void judge(
      String where, BreakerHeat heat, Sight sight, Consumer<Violation> found) {
    if (heat.above().compareTo(AT_MOST_ABOVE) > 0 && sight.holds(Rule.S8)) {
      String what = "%s above its rating for %s".formatted(where, heat.above());
      found.accept(new Violation(Rule.S8, sight.now(), what));
    }
    if (heat.d() > BLIND && sight.holds(Rule.S9)) {
      String what = "%s: D is %.2f".formatted(where, heat.d());
      found.accept(new Violation(Rule.S9, sight.now(), what));
    }
  }
}
