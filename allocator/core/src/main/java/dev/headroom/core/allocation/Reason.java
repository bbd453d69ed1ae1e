package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import java.util.Optional;

/**
 * Why an EVSE has the limit it has: what binds it, and where.
 *
 * @param circuit the circuit that binds, where one does
 * @param phase the phase that binds, where one does
 */
public record Reason(Kind kind, Optional<String> circuit, Optional<Phase> phase) {

  /** What binds. */
  public enum Kind {
    /** Its own rated maximum. */
    RATED_MAXIMUM,
    /** A circuit shared fairly with others. */
    FAIR_SHARE,
    /** A ceiling of a utility or an operator. */
    CEILING,
    /** The site's own cap on its power, by which a tariff's demand charge stays low. */
    DEMAND_CAP,
    /** No vehicle: the base profile alone. */
    IDLE,
    /** The vehicle takes nothing more. */
    SATISFIED,
    /** The minimums do not all fit: it waits. */
    WAITS_FOR_ROOM,
    /** It may have more once others have been seen to draw less, or headroom has lasted. */
    RAISE_HELD,
    /** Its meter is silent: worst-case base load counts. */
    METER_MISSING,
    /** The charger is not reachable. */
    OFFLINE,
    /** The charger accepts limits and draws more: it is kept at its minimum. */
    DISOBEYS,
    /** It has not yet acknowledged a limit of this owner. */
    TAKE_OVER,
    /** The site could not be allocated: everything is at its fallback. */
    FALLBACK,
    /** An electrician locked it off. */
    LOCKED_OFF
  }

  public static Reason at(Kind kind, String circuit, Phase phase) {
    return new Reason(kind, Optional.of(circuit), Optional.of(phase));
  }

  public static Reason of(Kind kind) {
    return new Reason(kind, Optional.empty(), Optional.empty());
  }
}
