package dev.headroom.gateway.core.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a charger says its smart charging can do.
 *
 * @param maxStackLevel the highest stack level it takes
 * @param maxPeriods how many periods a schedule may have; at least 1
 * @param maxProfiles how many profiles it keeps; empty if it does not say: then it will refuse one
 *     too many itself
 * @param tail how it falls back by itself
 * @param takesZero whether a level may be 0
 */
public record Capabilities(
    int maxStackLevel,
    RateUnit unit,
    int maxPeriods,
    OptionalInt maxProfiles,
    TailKind tail,
    boolean takesZero) {

  /** What is assumed of a charger that says nothing: stack level 0, amperes, one period. */
  public static final Capabilities WORST =
      new Capabilities(0, RateUnit.AMPERES, 1, OptionalInt.empty());

  /** What a charger says, of a model nobody knows to be otherwise than the specification has it. */
  public Capabilities(int maxStackLevel, RateUnit unit, int maxPeriods, OptionalInt maxProfiles) {
    this(maxStackLevel, unit, maxPeriods, maxProfiles, TailKind.LEVELS, true);
  }

  /**
   * What these words of a charger say, and the worst where one is missing or is none.
   *
   * @param units a list such as {@code Current,Power} or {@code A,W}
   */
  public static Capabilities said(
      Optional<String> maxStackLevel,
      Optional<String> units,
      Optional<String> maxPeriods,
      Optional<String> maxProfiles) {
    return new Capabilities(
        number(maxStackLevel).orElse(WORST.maxStackLevel),
        units.map(Capabilities::unitOf).orElse(WORST.unit),
        Math.max(1, number(maxPeriods).orElse(WORST.maxPeriods)),
        number(maxProfiles));
  }

  /** Whether a live profile can hold a tail, without which the model is unproven (S5, S10). */
  public boolean holdsTail() {
    return switch (tail) {
      case LEVELS, RELATIVE -> maxPeriods >= 2;
      case DURATION -> true;
      case NONE -> false;
    };
  }

  /** How many levels of a tail to write. */
  int tailPeriods() {
    return tail == TailKind.DURATION ? 1 : maxPeriods;
  }

  /** Whether a base and a live profile fit for each of this many EVSEs. */
  public boolean holdsProfilesOf(int evses) {
    return maxProfiles.isEmpty() || maxProfiles.getAsInt() >= 2 * evses;
  }

  /** Whether the station's maximum fits beside them. */
  public boolean holdsMaximumBeside(int evses) {
    return maxProfiles.isEmpty() || maxProfiles.getAsInt() > 2 * evses;
  }

  /** Amperes unless it takes watts alone: a limit in amperes needs no assumed voltage. */
  private static RateUnit unitOf(String allowed) {
    List<String> words =
        Arrays.stream(allowed.toLowerCase(Locale.ROOT).split("[,; ]+")).map(String::trim).toList();
    boolean watts = words.contains("power") || words.contains("w");
    boolean amperes = words.contains("current") || words.contains("a");
    return watts && !amperes ? RateUnit.WATTS : RateUnit.AMPERES;
  }

  private static OptionalInt number(Optional<String> said) {
    Optional<String> digits = said.map(String::trim).filter(text -> text.matches("\\d{1,9}"));
    return digits.isPresent()
        ? OptionalInt.of(Integer.parseInt(digits.get()))
        : OptionalInt.empty();
  }
}
