package dev.headroom.core.electrical;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A transformer between two supplies. Its own losses and magnetising current are not counted.
 *
 * @param voltAmperes the nameplate
 * @param primaryLines the lines on the primary side that it hangs on: all three, or of {@link
 *     VectorGroup#II0} the two between which its winding lies, in the direction of the secondary's
 *     L1 to L2
 */
public record Transformer(
    int voltAmperes,
    VectorGroup group,
    SupplySystem primary,
    SupplySystem secondary,
    List<Phase> primaryLines) {

  /** Up to 100 MVA. */
  public static final int LARGEST_VOLT_AMPERES = 100_000_000;

  public Transformer {
    primaryLines = List.copyOf(primaryLines);
    if (voltAmperes < 1 || voltAmperes > LARGEST_VOLT_AMPERES) {
      throw new IllegalArgumentException(
          "a transformer lies above 0 and at most at 100,000 kVA, not at "
              + voltAmperes / 1000.0
              + " kVA");
    }
    if (!group.connects(primary, secondary)) {
      throw new IllegalArgumentException(
          "%s needs %s, not %s to %s"
              .formatted(
                  group.notation(), group.needs(), primary.notation(), secondary.notation()));
    }
    requireLines(group, primary, primaryLines);
  }

  /** A three-phase transformer. */
  public Transformer(
      int voltAmperes, VectorGroup group, SupplySystem primary, SupplySystem secondary) {
    this(voltAmperes, group, primary, secondary, List.of(Phase.values()));
  }

  private static void requireLines(
      VectorGroup group, SupplySystem primary, List<Phase> primaryLines) {
    boolean twoUnlike = primaryLines.size() == 2 && primaryLines.get(0) != primaryLines.get(1);
    if (group == VectorGroup.II0 && !twoUnlike) {
      throw new IllegalArgumentException(
          "Ii0 hangs between two lines of its primary, not " + primaryLines);
    }
    if (group != VectorGroup.II0 && !primaryLines.equals(primary.phases())) {
      throw new IllegalArgumentException(
          group.notation() + " hangs on all three lines, not " + primaryLines);
    }
    if (!primary.phases().containsAll(primaryLines)) {
      throw new IllegalArgumentException(
          "a primary of %s has no %s".formatted(primary.notation(), primaryLines));
    }
  }

  /** The supply of what it feeds, when it hangs on this one: measured volts go through it. */
  public Supply secondaryOf(Supply fed) {
    int nominal = secondary.lineToLineVolts();
    int off = fed.system() == primary ? fed.lineToLineVolts() - primary.lineToLineVolts() : 0;
    return new Supply(
        secondary, nominal + off * nominal / primary.lineToLineVolts(), fed.lowestPermille());
  }

  /**
   * Amperes of a primary winding for each of a secondary one: 120/480 = 0.25 of a 480 Δ – 208Y/120
   * unit.
   */
  public double ratio() {
    return switch (group) {
      case DYN1, DYN11 -> (double) secondary.volts(Phase.L1) / primary.lineToLineVolts();
      case YYN0 -> (double) secondary.volts(Phase.L1) / primary.volts(Phase.L1);
      case DD0, II0 -> (double) secondary.lineToLineVolts() / primary.lineToLineVolts();
    };
  }

  /** The most that each secondary line may carry, in milliamperes. */
  public int secondaryMilliamps() {
    return milliamps(secondary.threePhaseVolts());
  }

  /** The most that each primary line may carry, in milliamperes. */
  public int primaryMilliamps() {
    return milliamps(
        group == VectorGroup.II0 ? primary.lineToLineVolts() : primary.threePhaseVolts());
  }

  private int milliamps(int volts) {
    return (int) Math.min(Integer.MAX_VALUE, voltAmperes * 1000L / volts);
  }

  /**
   * What flows in the primary's lines, in the frame of its voltages, for these currents in the
   * secondary's lines, in theirs; a line that is not named carries nothing. What returns through
   * the secondary's neutral is what the lines lack to a sum of 0.
   */
  public Map<Phase, Phasor> primary(Map<Phase, Phasor> secondaryLines) {
    Map<Phase, Phasor> primaries = new EnumMap<>(Phase.class);
    Phasor turn = turn();
    unturned(secondaryLines)
        .forEach((line, current) -> primaries.put(line, current.times(turn).times(ratio())));
    return primaries;
  }

  /** What an ampere in one of the secondary's lines alone is in a line of the primary. */
  public double passedOn(Phase secondaryLine, Phase primaryLine) {
    return primary(Map.of(secondaryLine, Phasor.ONE))
        .getOrDefault(primaryLine, Phasor.ZERO)
        .magnitude();
  }

  /**
   * The most that can flow in the primary's lines for these magnitudes in the secondary's, wherever
   * they point; milliamperes, rounded up.
   */
  public Map<Phase, Long> primaryAtMost(Map<Phase, Integer> secondaryMilliamps) {
    Map<Phase, Long> atMost = new EnumMap<>(Phase.class);
    for (Phase line : primaryLines) {
      double sum = 0;
      for (Map.Entry<Phase, Integer> one : secondaryMilliamps.entrySet()) {
        sum += passedOn(one.getKey(), line) * one.getValue();
      }
      atMost.put(line, (long) Math.ceil(sum - 1e-6));
    }
    return atMost;
  }

  private Map<Phase, Phasor> unturned(Map<Phase, Phasor> lines) {
    Phasor a = lines.getOrDefault(Phase.L1, Phasor.ZERO);
    Phasor b = lines.getOrDefault(Phase.L2, Phasor.ZERO);
    Phasor c = lines.getOrDefault(Phase.L3, Phasor.ZERO);
    return switch (group) {
      case DYN1 -> three(a.minus(b), b.minus(c), c.minus(a));
      case DYN11 -> three(a.minus(c), b.minus(a), c.minus(b));
      case YYN0 -> three(a, b, c);
      case DD0 -> {
        // What returns to a tap between L1 and L3 magnetises each half of that winding alike.
        Phasor half = secondary.hasNeutral() ? a.plus(b).plus(c).times(0.5) : Phasor.ZERO;
        yield three(a.minus(half), b, c.minus(half));
      }
      case II0 -> {
        // A load to neutral uses half of the winding.
        Phasor winding = a.minus(b).times(0.5);
        yield Map.of(primaryLines.get(0), winding, primaryLines.get(1), winding.times(-1));
      }
    };
  }

  private static Map<Phase, Phasor> three(Phasor a, Phasor b, Phasor c) {
    return Map.of(Phase.L1, a, Phase.L2, b, Phase.L3, c);
  }

  /** From the secondary's frame to the primary's: a winding has one voltage on either side. */
  private Phasor turn() {
    Phasor outer =
        switch (group) {
          case DYN1 -> between(primary, Phase.L1, Phase.L3);
          case DYN11, DD0 -> between(primary, Phase.L1, Phase.L2);
          case YYN0 -> primary.voltage(Phase.L1);
          case II0 -> between(primary, primaryLines.get(0), primaryLines.get(1));
        };
    Phasor inner =
        switch (group) {
          case DYN1, DYN11, YYN0 -> secondary.voltage(Phase.L1);
          case DD0, II0 -> between(secondary, Phase.L1, Phase.L2);
        };
    return outer.direction().times(inner.direction().conjugate());
  }

  private static Phasor between(SupplySystem system, Phase from, Phase to) {
    return system.voltage(from).minus(system.voltage(to));
  }
}
