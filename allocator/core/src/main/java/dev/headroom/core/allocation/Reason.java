package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Place;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why an EVSE has the limit it has: what binds it, and where.
 *
 * @param circuit the circuit that binds, where one does
 * @param phase the phase that binds, where one does
 * @param boundMilliamps what may flow there, base load included, where that is a current; never
 *     negative
 * @param boundWatts the power the site may reach, base load included, where that binds; never
 *     negative, and never beside a current
 */
public record Reason(
    Kind kind,
    Optional<String> circuit,
    Optional<Phase> phase,
    OptionalInt boundMilliamps,
    OptionalInt boundWatts) {

  /** What binds. */
  public enum Kind {
    /** Its own rated maximum. */
    RATED_MAXIMUM,
    /** A circuit shared fairly with others. */
    FAIR_SHARE,
    /** A transformer shared fairly with others. */
    TRANSFORMER,
    /** A neutral shared fairly with others. */
    NEUTRAL,
    /** What a breaker must stand while nobody can act (S9). */
    BLIND_TIME,
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
    /** Its limit goes to 0 for a moment, since its vehicle does not draw in its turn. */
    WAKE_UP,
    /** After an outage EVSEs start one after the other. */
    STAGGERED_START,
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

  public Reason {
    if (boundMilliamps.orElse(0) < 0 || boundWatts.orElse(0) < 0) {
      throw new IllegalArgumentException("what binds is never negative");
    }
    if (boundMilliamps.isPresent() && boundWatts.isPresent()) {
      throw new IllegalArgumentException("a current binds or a power, not both");
    }
  }

  /** Without saying how much may flow there. */
  public Reason(Kind kind, Optional<String> circuit, Optional<Phase> phase) {
    this(kind, circuit, phase, OptionalInt.empty(), OptionalInt.empty());
  }

  public static Reason at(Kind kind, String circuit, Phase phase) {
    return new Reason(kind, Optional.of(circuit), Optional.of(phase));
  }

  /** Of this kind, at a place in the site's network. */
  static Reason at(Kind kind, Place place) {
    return new Reason(kind, Optional.of(place.circuit()), place.phase());
  }

  /** A share of what is there. */
  static Reason at(Place place) {
    return switch (place.kind()) {
      case LINE -> at(Kind.FAIR_SHARE, place);
      case NEUTRAL -> at(Kind.NEUTRAL, place);
      case PRIMARY, SECONDARY -> at(Kind.TRANSFORMER, place);
      case POWER -> of(Kind.FAIR_SHARE);
    };
  }

  public static Reason of(Kind kind) {
    return new Reason(kind, Optional.empty(), Optional.empty());
  }

  /** Waiting for room at the same place. */
  Reason waiting() {
    return new Reason(Kind.WAITS_FOR_ROOM, circuit, phase, boundMilliamps, boundWatts);
  }

  /** The same, saying what current may flow there. */
  public Reason withinMilliamps(int bound) {
    return new Reason(kind, circuit, phase, OptionalInt.of(bound), OptionalInt.empty());
  }

  /** The same, saying what power the site may reach. */
  public Reason withinWatts(int bound) {
    return new Reason(kind, circuit, phase, OptionalInt.empty(), OptionalInt.of(bound));
  }
}
