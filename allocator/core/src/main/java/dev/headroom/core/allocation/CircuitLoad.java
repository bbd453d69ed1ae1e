package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import java.util.OptionalInt;

/**
 * One phase of one circuit as the allocation saw it; milliamperes.
 *
 * @param effectiveLimitMilliamps rating × factor, or the ceiling where that is lower
 * @param measuredMilliamps the meter's reading; empty if there is none or it is stale
 * @param baseMilliamps the base load counted: measured minus managed, or the worst case
 * @param mostMilliamps the most the EVSEs below can draw together
 */
public record CircuitLoad(
    String circuit,
    Phase phase,
    int effectiveLimitMilliamps,
    OptionalInt measuredMilliamps,
    int baseMilliamps,
    int mostMilliamps) {

  /** Effective limit minus base load; negative when the base load alone is too much. */
  public int headroomMilliamps() {
    return effectiveLimitMilliamps - baseMilliamps;
  }
}
