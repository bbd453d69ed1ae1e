package dev.headroom.core.site;

import java.time.Duration;
import java.util.Optional;

/**
 * How a site is controlled.
 *
 * @param staleAfter a reading older than this is unknown
 * @param raiseDelay how long headroom must have been there before it is given away
 * @param demandCap what the site's power must not exceed, if it must not
 * @param sharing by which rule EVSEs share
 * @param pace how patiently it changes its mind
 */
public record Control(
    Mode mode,
    Fallback fallback,
    Duration staleAfter,
    Duration raiseDelay,
    Optional<DemandCap> demandCap,
    Sharing sharing,
    Pace pace) {

  /** What a site's limits follow. Ratings and an operator's ceilings bind in every mode. */
  public enum Mode {
    /** No meter: the worst-case base load counts always, whatever a meter says. */
    STATIC,
    /** Meters: EVSEs get what the base load leaves. Events of utilities are not followed. */
    DYNAMIC,
    /** As dynamic, and within the ceilings of utilities' events. */
    DEMAND_RESPONSE
  }

  /** What an EVSE without a current of its own does when commands stop. */
  public enum Fallback {
    /** Charges at its minimum. */
    MINIMUM,
    /** Stops. */
    PAUSE,
    /** Charges at its rated maximum, which then counts wherever a fallback does. */
    OPEN
  }

  public static final Duration STALE_AFTER = Duration.ofSeconds(5);
  public static final Duration RAISE_DELAY = Duration.ofSeconds(10);

  public Control {
    if (staleAfter.compareTo(Duration.ofSeconds(1)) < 0
        || staleAfter.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("staleAfter lies from 1 s to 60 s, not " + staleAfter);
    }
    if (raiseDelay.isNegative() || raiseDelay.compareTo(Duration.ofMinutes(2)) > 0) {
      throw new IllegalArgumentException("raiseDelay lies from 0 to 2 min, not " + raiseDelay);
    }
  }

  /** Fair shares at the usual pace. */
  public Control(
      Mode mode,
      Fallback fallback,
      Duration staleAfter,
      Duration raiseDelay,
      Optional<DemandCap> demandCap) {
    this(mode, fallback, staleAfter, raiseDelay, demandCap, Sharing.DEFAULT, Pace.DEFAULT);
  }

  /** Following meters and events, without a demand cap. */
  public Control(Fallback fallback, Duration staleAfter, Duration raiseDelay) {
    this(Mode.DEMAND_RESPONSE, fallback, staleAfter, raiseDelay, Optional.empty());
  }
}
