package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One phase of one circuit as the allocation saw it; milliamperes.
 *
 * @param effectiveLimitMilliamps rating × factor, or the ceiling where that is lower
 * @param measuredMilliamps the meter's reading; empty if there is none or it is stale
 * @param baseMilliamps the base load counted: measured minus managed, or the worst case
 * @param mostMilliamps the most the EVSEs below can draw together
 * @param sharing who has what the base load leaves; empty if that is not known
 */
public record CircuitLoad(
    String circuit,
    Phase phase,
    int effectiveLimitMilliamps,
    OptionalInt measuredMilliamps,
    int baseMilliamps,
    int mostMilliamps,
    Optional<Sharing> sharing) {

  /**
   * Who has what the base load leaves of a phase.
   *
   * @param evses how many EVSEs on it share, with those that wait for room; not negative
   * @param reservedMilliamps what is kept for EVSEs that take no part, such as the fallback of one
   *     that has no vehicle; not negative
   */
  public record Sharing(int evses, int reservedMilliamps) {
    public Sharing {
      if (evses < 0 || reservedMilliamps < 0) {
        throw new IllegalArgumentException(
            "%d EVSEs share beside %d mA".formatted(evses, reservedMilliamps));
      }
    }
  }

  /** Where it is not known who shares. */
  public CircuitLoad(
      String circuit,
      Phase phase,
      int effectiveLimitMilliamps,
      OptionalInt measuredMilliamps,
      int baseMilliamps,
      int mostMilliamps) {
    this(
        circuit,
        phase,
        effectiveLimitMilliamps,
        measuredMilliamps,
        baseMilliamps,
        mostMilliamps,
        Optional.empty());
  }

  /** Effective limit minus base load; negative when the base load alone is too much. */
  public int headroomMilliamps() {
    return effectiveLimitMilliamps - baseMilliamps;
  }
}
