package dev.headroom.core.site;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Wiring;
import java.util.Optional;

/**
 * An EVSE, the unit of allocation. Currents are line currents in milliamperes, of a DC EVSE those
 * on its AC side.
 *
 * @param output what it can give, AC or DC; at most 80 % of its branch breaker
 * @param weight its share against the others'; 1 and up
 * @param lockedOff an electrician has locked it off: it counts 0 and gets 0
 */
public record Evse(
    String name,
    String circuit,
    int branchBreakerMilliamps,
    StationAddress address,
    Wiring wiring,
    Output output,
    boolean pausable,
    int priority,
    int weight,
    Optional<String> tenant,
    boolean lockedOff) {

  /** IEC 61851-1 and SAE J1772: the smallest current a control pilot can offer. */
  public static final int PILOT_FLOOR_MILLIAMPS = Output.PILOT_FLOOR_MILLIAMPS;

  public Evse {
    Names.check("evse", name);
    if (output instanceof Output.Ac(int maximum, int minimum, int fallback, PilotSteps _)) {
      requireWithin(name, "maximum", maximum, PILOT_FLOOR_MILLIAMPS, 1_000_000);
      requireWithin(name, "minimum", minimum, PILOT_FLOOR_MILLIAMPS, maximum);
      if (fallback != 0) {
        requireWithin(name, "fallback", fallback, PILOT_FLOOR_MILLIAMPS, maximum);
      }
    }
    requireWithin(name, "branch breaker", branchBreakerMilliamps, 1, 10_000_000);
    if (weight < 1 || weight > 1000) {
      throw new IllegalArgumentException("evse '" + name + "': a weight lies from 1 to 1000");
    }
  }

  /** An AC EVSE. */
  public Evse(
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
    this(
        name,
        circuit,
        branchBreakerMilliamps,
        address,
        wiring,
        new Output.Ac(maximumMilliamps, minimumMilliamps, fallbackMilliamps),
        pausable,
        priority,
        weight,
        tenant,
        lockedOff);
  }

  /** The same with another output. */
  public Evse with(Output other) {
    return new Evse(
        name,
        circuit,
        branchBreakerMilliamps,
        address,
        wiring,
        other,
        pausable,
        priority,
        weight,
        tenant,
        lockedOff);
  }

  /** The most it can draw. */
  public int maximumMilliamps() {
    return output.maximumMilliamps();
  }

  /**
   * The least it is given without pausing (S6): the smallest current it accepts that is not below
   * its minimum; AC at least 6 A (IEC 61851-1).
   */
  public int minimumMilliamps() {
    return acceptedFrom(output.minimumMilliamps());
  }

  /** What it takes by itself when commands stop; 0 means it pauses. */
  public int fallbackMilliamps() {
    return output.fallbackMilliamps();
  }

  /**
   * Below this nothing can be asked of it but a pause: the smallest current it accepts from 6 A on,
   * or a DC EVSE's own minimum.
   */
  public int floorMilliamps() {
    return acceptedFrom(output.floorMilliamps());
  }

  /** The largest current it accepts that is not above this one; 0, a pause, if there is none. */
  public int acceptedMilliamps(int atMostMilliamps) {
    int accepted = output.steps().atMost(atMostMilliamps);
    return accepted < floorMilliamps() ? 0 : accepted;
  }

  private int acceptedFrom(int milliamps) {
    int accepted = output.steps().atLeast(milliamps);
    return accepted == PilotSteps.NONE ? milliamps : accepted;
  }

  private static void requireWithin(String name, String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "evse '%s': %s %.1f A lies outside %.1f to %.1f A"
              .formatted(name, what, value / 1000.0, least / 1000.0, most / 1000.0));
    }
  }
}
