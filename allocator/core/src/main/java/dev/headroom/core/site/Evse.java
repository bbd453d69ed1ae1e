package dev.headroom.core.site;

import dev.headroom.core.electrical.Wiring;
import java.util.Optional;

/**
 * An EVSE, the unit of allocation. Currents are line currents in milliamperes.
 *
 * @param maximumMilliamps what it can give; at most 80 % of its branch breaker
 * @param minimumMilliamps the least it gives without pausing; at least 6 A (IEC 61851-1)
 * @param fallbackMilliamps what it takes by itself when commands stop; 0 means it pauses
 * @param weight its share against the others'; 1 and up
 * @param lockedOff an electrician has locked it off: it counts 0 and gets 0
 */
public record Evse(
    String name,
    String circuit,
    int branchBreakerMilliamps,
    StationAddress address,
    Wiring wiring,
    int maximumMilliamps,
    int minimumMilliamps,
    int fallbackMilliamps,
    boolean pausable,
    int priority,
    int weight,
    Optional<String> tenant,
    boolean lockedOff) {

  /** IEC 61851-1 and SAE J1772: the smallest current a control pilot can offer. */
  public static final int PILOT_FLOOR_MILLIAMPS = 6000;

  public Evse {
    Names.check("evse", name);
    requireWithin(name, "maximum", maximumMilliamps, PILOT_FLOOR_MILLIAMPS, 1_000_000);
    requireWithin(name, "minimum", minimumMilliamps, PILOT_FLOOR_MILLIAMPS, maximumMilliamps);
    if (fallbackMilliamps != 0) {
      requireWithin(name, "fallback", fallbackMilliamps, PILOT_FLOOR_MILLIAMPS, maximumMilliamps);
    }
    requireWithin(name, "branch breaker", branchBreakerMilliamps, 1, 10_000_000);
    if (weight < 1 || weight > 1000) {
      throw new IllegalArgumentException("evse '" + name + "': a weight lies from 1 to 1000");
    }
  }

  private static void requireWithin(String name, String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "evse '%s': %s %.1f A lies outside %.1f to %.1f A"
              .formatted(name, what, value / 1000.0, least / 1000.0, most / 1000.0));
    }
  }
}
