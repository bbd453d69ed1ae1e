package dev.headroom.core.allocation;

import java.util.OptionalLong;

/**
 * The upper bound for an EVSE's line current, in milliamperes; 0 pauses it.
 *
 * @param connection the epoch of the EVSE's newest connection that was known when this was decided;
 *     empty if none was. On a later connection it raises nothing: nobody knew then what the charger
 *     would be following (S1)
 */
public record EvseLimit(String evse, int limitMilliamps, Reason reason, OptionalLong connection) {

  public EvseLimit {
    if (limitMilliamps < 0) {
      throw new IllegalArgumentException("a limit is never negative: " + limitMilliamps);
    }
  }

  /** One that was decided without knowing of a connection. */
  public EvseLimit(String evse, int limitMilliamps, Reason reason) {
    this(evse, limitMilliamps, reason, OptionalLong.empty());
  }

  /** The same with another bound. */
  public EvseLimit withMilliamps(int milliamps) {
    return new EvseLimit(evse, milliamps, reason, connection);
  }
}
