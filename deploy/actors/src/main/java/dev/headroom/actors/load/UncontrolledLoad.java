package dev.headroom.actors.load;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** All that one circuit feeds besides EVSEs: a shape, and steps on top of it. */
public final class UncontrolledLoad {

  private final LoadShape shape;
  private final Map<Phase, Integer> stepMilliamps = new EnumMap<>(Phase.class);

  public UncontrolledLoad(LoadShape shape) {
    this.shape = shape;
  }

  /** Something is switched on (or, below zero, off) on a phase, in milliamperes. */
  public void step(Phase phase, int milliamps) {
    stepMilliamps.merge(phase, milliamps, Integer::sum);
  }

  /** Per phase of the shape; never below zero. */
  public PerPhase milliampsAt(Instant now) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    shape
        .milliampsAt(now)
        .values()
        .forEach(
            (phase, base) ->
                values.put(phase, Math.max(0, base + stepMilliamps.getOrDefault(phase, 0))));
    return new PerPhase(values);
  }
}
