package dev.headroom.actors.site;

import dev.headroom.actors.load.LoadShape;
import dev.headroom.actors.load.LoadTrace;
import dev.headroom.actors.load.SeededShape;
import dev.headroom.actors.load.TracedShape;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Chooses the uncontrolled load of each circuit. */
@FunctionalInterface
public interface BaseLoads {

  /**
   * The load that hangs on this circuit itself, below none of its panels.
   *
   * @param worstCaseMilliamps what the site's definition leaves for it on each phase
   */
  LoadShape on(Circuit circuit, PerPhase worstCaseMilliamps);

  /** A wandering base from a seed, always within the declared worst case. */
  static BaseLoads seeded(long seed, Instant start) {
    return (circuit, worst) -> new SeededShape(seed * 31 + circuit.name().hashCode(), worst, start);
  }

  /**
   * A recorded load.
   *
   * @param scalePermille thousandths of the recorded current, all of it at the service entrance;
   *     empty fits the trace's highest phase into what each circuit declares
   */
  static BaseLoads traced(LoadTrace trace, Instant start, double speed, OptionalInt scalePermille) {
    return (circuit, worst) -> {
      List<Phase> phases = new ArrayList<>(worst.phases());
      List<Integer> bounds = phases.stream().map(worst::on).toList();
      int fit = worst.largest() == 0 ? 0 : trace.fitPermille(bounds);
      int atService = circuit.parent().isEmpty() ? scalePermille.orElse(0) : 0;
      int scale = scalePermille.isPresent() ? atService : fit;
      return new TracedShape(trace, phases, start, speed, scale);
    };
  }
}
