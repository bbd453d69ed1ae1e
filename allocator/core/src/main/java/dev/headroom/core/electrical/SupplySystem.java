package dev.headroom.core.electrical;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a service is wound: which lines it has, their nominal voltages and where these point. Volts
 * and degrees of a line are those against the neutral, or in a delta without one against the centre
 * of its triangle.
 */
public enum SupplySystem {
  /** North American split phase: two opposed 120 V lines, 240 V between them. */
  SPLIT_PHASE("120/240", 240, 240, List.of(120, 120), List.of(0, -180), true),
  /** Two legs of a 208Y/120 wye, as an apartment gets: 120 V to neutral, 208 V between them. */
  TWO_LEGS("120/208", 208, 208, List.of(120, 120), List.of(0, -120), true),
  /** North American three-phase wye: 120 V to neutral, 208 V between lines. */
  WYE_208Y_120("208Y/120", 208, 360, List.of(120, 120, 120), List.of(0, -120, -240), true),
  /** North American three-phase wye: 277 V to neutral, 480 V between lines. */
  WYE_480Y_277("480Y/277", 480, 831, List.of(277, 277, 277), List.of(0, -120, -240), true),
  /** European three-phase wye: 230 V to neutral, 400 V between lines. */
  WYE_400Y_230("400Y/230", 400, 690, List.of(230, 230, 230), List.of(0, -120, -240), true),
  /** Three-wire delta: 240 V between lines and no neutral. */
  DELTA("240", 240, 416, List.of(139, 139, 139), List.of(0, -120, -240), false),
  /**
   * Delta with the middle of L1 to L3 as neutral. L2 is the high leg, 208 V above it (NEC 110.15:
   * B, marked orange); L1 and L3 have 120 V.
   */
  HIGH_LEG_DELTA("240D/120", 240, 416, List.of(120, 208, 120), List.of(0, -90, -180), true);

  private final String notation;
  private final int lineToLineVolts;
  private final int threePhaseVolts;
  private final List<Integer> volts;
  private final List<Integer> degrees;
  private final boolean neutral;

  SupplySystem(
      String notation,
      int lineToLineVolts,
      int threePhaseVolts,
      List<Integer> volts,
      List<Integer> degrees,
      boolean neutral) {
    this.notation = notation;
    this.lineToLineVolts = lineToLineVolts;
    this.threePhaseVolts = threePhaseVolts;
    this.volts = volts;
    this.degrees = degrees;
    this.neutral = neutral;
  }

  /** As on a drawing, such as {@code 208Y/120}. */
  public String notation() {
    return notation;
  }

  /** Nominal. */
  public int lineToLineVolts() {
    return lineToLineVolts;
  }

  /** Watts of a balanced three-phase load for each ampere in its lines: √3 × line to line. */
  int threePhaseVolts() {
    return threePhaseVolts;
  }

  /** Nominal, to the neutral, or without one to the centre of the triangle. */
  int volts(Phase line) {
    return volts.get(place(line));
  }

  /** Where that voltage points, L1 being 0°. */
  public int degrees(Phase line) {
    return degrees.get(place(line));
  }

  /**
   * The voltage of a line, in volts, from the geometry of the winding: exactly 30° or a multiple
   * apart, whatever rounding the nominal volts carry.
   */
  Phasor voltage(Phase line) {
    double volts = this == HIGH_LEG_DELTA && line == Phase.L2 ? 120 * Math.sqrt(3) : volts(line);
    return Phasor.polar(volts, degrees(line));
  }

  private int place(Phase line) {
    if (line.ordinal() >= volts.size()) {
      throw new IllegalArgumentException("a supply of " + notation + " has no " + line);
    }
    return line.ordinal();
  }

  /** Its lines, in order. */
  public List<Phase> phases() {
    return List.of(Phase.values()).subList(0, volts.size());
  }

  public boolean hasNeutral() {
    return neutral;
  }

  /** Whether it is a three-phase wye. */
  public boolean isWye() {
    return neutral && volts.size() == 3 && this != HIGH_LEG_DELTA;
  }

  /** The system written so, such as {@code 208Y/120}, if there is one. */
  public static Optional<SupplySystem> of(String notation) {
    return Arrays.stream(values()).filter(it -> it.notation.equals(notation)).findFirst();
  }

  /** Whether this line stands far above the others' voltage to neutral. */
  public boolean isHighLeg(Phase line) {
    return this == HIGH_LEG_DELTA && line == Phase.L2;
  }

  /** Above 300 V between lines no AC charger connects there (SAE J1772: up to 240 V). */
  public boolean servesAcBetweenLines() {
    return lineToLineVolts < 300;
  }
}
