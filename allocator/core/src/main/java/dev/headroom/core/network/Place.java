package dev.headroom.core.network;

import dev.headroom.core.electrical.Phase;
import java.util.Optional;

/**
 * What is bounded, and where.
 *
 * @param circuit the circuit it belongs to; for the power of the site the service entrance
 * @param phase the line; none for a neutral and for power
 */
public record Place(Kind kind, String circuit, Optional<Phase> phase) {

  /** What can carry too much. */
  public enum Kind {
    /** A line conductor of a circuit, protected by its breaker. */
    LINE,
    /** The neutral of a circuit. */
    NEUTRAL,
    /** A line on the secondary side of a circuit's transformer. */
    SECONDARY,
    /** A line on the primary side of a circuit's transformer. */
    PRIMARY,
    /** The active power of the whole site. */
    POWER
  }

  public static Place line(String circuit, Phase phase) {
    return new Place(Kind.LINE, circuit, Optional.of(phase));
  }

  public static Place neutral(String circuit) {
    return new Place(Kind.NEUTRAL, circuit, Optional.empty());
  }

  public static Place secondary(String circuit, Phase phase) {
    return new Place(Kind.SECONDARY, circuit, Optional.of(phase));
  }

  public static Place primary(String circuit, Phase phase) {
    return new Place(Kind.PRIMARY, circuit, Optional.of(phase));
  }

  public static Place power(String service) {
    return new Place(Kind.POWER, service, Optional.empty());
  }
}
