package dev.headroom.world.oracle;

import dev.headroom.actors.breaker.BreakerHeat;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * S8 and S9 at the breakers: for how long a current is above the rating, and what of D grew while
 * the rule had to hold; what grew under a fault that no controller can bear only drains.
 */
final class BreakerJudge implements Judge {

  private static final Duration AT_MOST_ABOVE = Duration.ofSeconds(10);
  private static final double BLIND = 0.5;

  private static final class Pole {
    final Circuit circuit;
    final Phase phase;
    double d;
    double answeredFor;

    Pole(Circuit circuit, Phase phase) {
      this.circuit = circuit;
      this.phase = phase;
    }

    void grow(double next, boolean counts) {
      double by = next - d;
      d = next;
      if (by < 0 || counts) {
        answeredFor = Math.max(0, answeredFor + by);
      }
    }

    @Override
    public String toString() {
      return circuit.name() + " " + phase;
    }
  }

  private final List<Pole> poles = new ArrayList<>();

  BreakerJudge(Sight sight) {
    for (Circuit circuit : sight.physical().site().circuits()) {
      circuit.phases().forEach(phase -> poles.add(new Pole(circuit, phase)));
    }
  }

  @Override
  public void look(Sight sight, Consumer<Violation> found) {
    for (Pole pole : poles) {
      BreakerHeat heat = sight.physical().heat(pole.circuit.name(), pole.phase);
      if (heat.above().compareTo(AT_MOST_ABOVE) > 0 && sight.holds(Rule.S8)) {
        String what = "%s is above its rating for %s".formatted(pole, heat.above());
        found.accept(new Violation(Rule.S8, sight.now(), what));
      }
      pole.grow(heat.d(), heat.d() <= pole.d || sight.holds(Rule.S9));
      if (pole.answeredFor > BLIND) {
        String what = "%s: D has grown to %.2f".formatted(pole, pole.answeredFor);
        found.accept(new Violation(Rule.S9, sight.now(), what));
      }
    }
  }
}
