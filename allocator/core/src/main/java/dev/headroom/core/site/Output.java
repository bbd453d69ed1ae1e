package dev.headroom.core.site;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.PilotSteps;

/**
 * What an EVSE can give: amperes to a vehicle's own charger, or watts from its own rectifier. The
 * allocation knows line current alone, so both say theirs, in milliamperes.
 */
public sealed interface Output {

  /** IEC 61851-1 and SAE J1772: the smallest current a control pilot can offer. */
  int PILOT_FLOOR_MILLIAMPS = 6000;

  /** The most it draws on each of its lines. */
  int maximumMilliamps();

  /** The least it draws without pausing (S6). */
  int minimumMilliamps();

  /** What it takes by itself when commands stop; 0 means it pauses. */
  int fallbackMilliamps();

  /** The smallest current, other than none, that can be asked of any EVSE of this kind. */
  int floorMilliamps();

  /** Which currents it accepts. */
  PilotSteps steps();

  /** An AC EVSE: 0, or from the pilot's 6 A on. */
  record Ac(int maximumMilliamps, int minimumMilliamps, int fallbackMilliamps, PilotSteps steps)
      implements Output {

    /** One that accepts tenths of an ampere. */
    public Ac(int maximumMilliamps, int minimumMilliamps, int fallbackMilliamps) {
      this(maximumMilliamps, minimumMilliamps, fallbackMilliamps, PilotSteps.TENTHS);
    }

    @Override
    public int floorMilliamps() {
      return PILOT_FLOOR_MILLIAMPS;
    }
  }

  /**
   * A DC EVSE, limited in watts at the vehicle's side. No pilot, so no 6 A: it gives nothing, or at
   * least its own minimum (S6).
   *
   * @param minimumWatts 1 or more
   * @param fallbackWatts 0, or from the minimum to the rated power
   * @param input by which its watts count as line current
   */
  record Dc(int ratedWatts, int minimumWatts, int fallbackWatts, AcInput input) implements Output {

    public Dc {
      requireWithin("rated", ratedWatts, 1, 1_000_000);
      requireWithin("minimum", minimumWatts, 1, ratedWatts);
      if (fallbackWatts != 0) {
        requireWithin("fallback", fallbackWatts, minimumWatts, ratedWatts);
      }
    }

    @Override
    public int maximumMilliamps() {
      return tenths(ratedWatts);
    }

    @Override
    public int minimumMilliamps() {
      return tenths(minimumWatts);
    }

    @Override
    public int fallbackMilliamps() {
      return tenths(fallbackWatts);
    }

    @Override
    public int floorMilliamps() {
      return minimumMilliamps();
    }

    @Override
    public PilotSteps steps() {
      return PilotSteps.TENTHS;
    }

    /** Limits move in tenths of an ampere: so that all of its power can be reached. */
    private int tenths(int watts) {
      return Math.ceilDiv(input.milliamps(watts), 100) * 100;
    }

    /** What to ask of it for this line current: 0, or from its minimum to its rated power. */
    public int watts(int milliamps) {
      int watts = Math.min(ratedWatts, input.watts(milliamps));
      return watts < minimumWatts ? 0 : watts;
    }

    private static void requireWithin(String what, int watts, int least, int most) {
      if (watts < least || watts > most) {
        throw new IllegalArgumentException(
            "%s power of %d W lies outside %d to %d W".formatted(what, watts, least, most));
      }
    }
  }
}
