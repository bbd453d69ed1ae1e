package dev.headroom.allocator.history;

import dev.headroom.core.electrical.Phase;
import java.util.Optional;

/**
 * One line of a chart; its values are milliamperes.
 *
 * @param name of the circuit or EVSE
 * @param phase of the circuit; empty for an EVSE
 */
public record Series(Kind kind, String name, Optional<Phase> phase) {

  /** What is drawn. */
  public enum Kind {
    /** What the meter of a circuit reads. */
    MEASURED,
    /** The base load that was counted on a circuit. */
    BASE,
    /** What may flow on a circuit: rating × factor, or a ceiling. */
    EFFECTIVE_LIMIT,
    /** The limit of an EVSE. */
    EVSE_LIMIT,
    /** What its charger measures, on the phase that carries most. */
    EVSE_MEASURED
  }
}
