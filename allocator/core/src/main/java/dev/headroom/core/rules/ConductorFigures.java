package dev.headroom.core.rules;

import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import java.util.List;

/**
 * One line or neutral of a circuit, or one line of a side of its transformer, as far as the site's
 * definition alone says; milliamperes.
 *
 * @param lowestBase the least base load that is ever counted: 0, or without a meter and in static
 *     mode the worst
 * @param evses all below that load it, but for those locked off
 * @param fallbacks the most that their fallback currents can add up to here
 * @param minimums the same of their minimums
 * @param reach at most so much they can draw together, within the circuits that feed them
 * @param blind S9 here
 */
public record ConductorFigures(
    Place place,
    Circuit circuit,
    Rating.Current rating,
    long lowestBase,
    List<Evse> evses,
    long fallbacks,
    long minimums,
    long reach,
    BlindTime blind) {

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

  /** Such as {@code L1}, {@code neutral} or {@code primary L1}. */
  public String label() {
    return switch (place.kind()) {
      case LINE -> line();
      case NEUTRAL -> "neutral";
      case SECONDARY -> "secondary " + line();
      case PRIMARY -> "primary " + line();
      case POWER -> "power";
    };
  }

  /** Such as {@code L1 of 'panel'} or {@code the neutral of 'panel'}. */
  String where() {
    String what = place.kind() == Place.Kind.NEUTRAL ? "the neutral" : label();
    return "%s of '%s'".formatted(what, circuit.name());
  }

  private String line() {
    return place.phase().orElseThrow().name();
  }

  /** The worst-case base load; 0 where none is declared. */
  public long worstBase() {
    return rating.worstBaseMilliamps();
  }

  public int continuous() {
    return rating.continuousMilliamps();
  }

  /** What of the nameplate may flow for hours; a transformer and a neutral are rated for that. */
  public int continuousFactorPermille() {
    return place.kind() == Place.Kind.LINE ? circuit.continuousFactorPermille() : 1000;
  }

  /** What is left for EVSEs at the worst-case base load; may be negative. */
  public long room() {
    return continuous() - worstBase();
  }

  /** The most the rating leaves the EVSEs below, at the lowest base load. */
  public int withinRating() {
    return (int) Math.max(0, continuous() - lowestBase);
  }

  /** S9 (a) likewise. */
  public int withoutMeter() {
    return blind.besideWithoutMeter(Math.toIntExact(lowestBase));
  }

  /** S9 (b) likewise. */
  public int withoutLinks() {
    return blind.besideWithoutLinks(Math.toIntExact(lowestBase));
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
