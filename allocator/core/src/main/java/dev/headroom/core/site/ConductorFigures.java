package dev.headroom.core.site;

import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.electrical.Phase;
import java.util.List;

/**
 * One phase of one circuit, as far as the site's definition alone says; milliamperes.
 *
 * @param lowestBase the least base load that is ever counted: 0, or without a meter and in static
 *     mode the worst
 * @param evses all below that use this phase, but for those locked off
 * @param reach the most that these can draw together, within the circuits that feed them
 * @param blind S9 on this conductor
 */
public record ConductorFigures(
    Circuit circuit, Phase phase, int lowestBase, List<Evse> evses, long reach, BlindTime blind) {

  /** What holds the EVSEs below while the base load is low. */
  public enum Binding {
    /** Nothing: they cannot draw that much. */
    NOTHING,
    /** Nameplate × continuous factor. */
    CONTINUOUS,
    /** S9 (a). */
    METER_LOST,
    /** S9 (b). */
    LINKS_LOST
  }

  public ConductorFigures {
    evses = List.copyOf(evses);
  }

  /** The worst-case base load; 0 where none is declared. */
  public int worstBase() {
    return circuit.worstBaseMilliamps(phase);
  }

  public int continuous() {
    return circuit.continuousMilliamps();
  }

  public long fallbacks() {
    return evses.stream().mapToLong(Evse::fallbackMilliamps).sum();
  }

  public long minimums() {
    return evses.stream().mapToLong(Evse::minimumMilliamps).sum();
  }

  /** What is left for EVSEs at the worst-case base load; may be negative. */
  public long room() {
    return (long) continuous() - worstBase();
  }

  /** The most the rating leaves the EVSEs below, at the lowest base load. */
  public int withinRating() {
    return Math.max(0, continuous() - lowestBase);
  }

  /** S9 (a) likewise. */
  public int withoutMeter() {
    return blind.besideWithoutMeter(lowestBase);
  }

  /** S9 (b) likewise. */
  public int withoutLinks() {
    return blind.besideWithoutLinks(lowestBase);
  }

  /** Which bound is met first when all below want to charge and the base load is low. */
  public Binding binding() {
    long least = Math.min(withinRating(), Math.min(withoutMeter(), withoutLinks()));
    if (reach <= least) {
      return Binding.NOTHING;
    }
    if (least == withinRating()) {
      return Binding.CONTINUOUS;
    }
    return least == withoutLinks() ? Binding.LINKS_LOST : Binding.METER_LOST;
  }
}
