package dev.headroom.world.setting;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How large a circuit is against what hangs on it.
 *
 * @param wanted charging wants this many times what the building usually leaves
 * @param baseShare the worst-case base load as a share of what the circuit may carry
 * @param stepShare the largest base step as a share of the worst case
 */
record Sizing(double wanted, double baseShare, double stepShare, int factorPermille) {

  /** Beside standard breakers: 80 % of them for hours. */
  static Sizing standard(SplittableRandom random) {
    return new Sizing(
        random.nextDouble(1.5, 2.95),
        random.nextDouble(0.25, 0.5),
        random.nextDouble(0.3, 0.5),
        800);
  }

  /** Beside breakers that carry all of their current for hours; blind time takes its part. */
  static Sizing full(SplittableRandom random) {
    return new Sizing(
        random.nextDouble(1.4, 2.5),
        random.nextDouble(0.25, 0.45),
        random.nextDouble(0.3, 0.5),
        1000);
  }

  /** A home: little load, and an oven. */
  static Sizing home(SplittableRandom random) {
    return new Sizing(
        random.nextDouble(1.3, 2.2),
        random.nextDouble(0.5, 0.8),
        random.nextDouble(0.45, 0.65),
        800);
  }

  /** The breaker for so much charging on its worst line, a whole number of amperes. */
  int breakerMilliamps(long chargingMilliamps) {
    double usual = Building.USUAL_SHARE * baseShare * (1 - stepShare);
    double continuous = chargingMilliamps / (wanted * (1 - usual));
    return 1000 * (int) Math.ceil(continuous / factorPermille);
  }

  private int worstMilliamps(int breaker) {
    return (int) (baseShare * breaker * factorPermille / 1000);
  }

  /** The service entrance, where steps befall it. */
  Circuit service(int breaker, Set<Phase> lines, int accuracyPermille) {
    int worst = worstMilliamps(breaker);
    int step = (int) (stepShare * worst);
    return new Circuit(
        "service",
        Optional.empty(),
        breaker,
        factorPermille,
        lines,
        Optional.of(new Meter("service", accuracyPermille)),
        Optional.of(PerPhase.same(lines, worst)),
        true,
        rises(worst, step));
  }

  private static BaseRises rises(int worst, int step) {
    return new BaseRises(
        OptionalInt.of(step), OptionalInt.of(Math.min(worst, step + Building.swing(worst - step))));
  }

  /** What a panel's own load may do: it wanders, and nothing large is switched there. */
  static BaseRises panelRises(int worst) {
    return new BaseRises(
        OptionalInt.of(Building.drift(worst)), OptionalInt.of(Building.swing(worst)));
  }
}
