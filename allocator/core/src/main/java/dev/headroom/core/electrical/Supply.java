package dev.headroom.core.electrical;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The service a site is fed from, with its nominal voltages. */
public enum Supply {
  /** North American split phase: two 120 V lines, 240 V between them. */
  SPLIT_PHASE_120_240("120/240", 120, 240, List.of(Phase.L1, Phase.L2)),
  /** North American three-phase wye: 120 V to neutral, 208 V between lines. */
  WYE_208Y_120("208Y/120", 120, 208, List.of(Phase.L1, Phase.L2, Phase.L3)),
  /** European three-phase wye: 230 V to neutral, 400 V between lines. */
  WYE_400Y_230("400Y/230", 230, 400, List.of(Phase.L1, Phase.L2, Phase.L3));

  private final String notation;
  private final int lineToNeutralVolts;
  private final int lineToLineVolts;
  private final List<Phase> phases;

  Supply(String notation, int lineToNeutralVolts, int lineToLineVolts, List<Phase> phases) {
    this.notation = notation;
    this.lineToNeutralVolts = lineToNeutralVolts;
    this.lineToLineVolts = lineToLineVolts;
    this.phases = phases;
  }

  /**
   * The supply written as on its drawing, such as {@code 208Y/120}.
   *
   * @throws IllegalArgumentException naming the supplies that are understood
   */
  public static Supply of(String notation) {
    return Arrays.stream(values())
        .filter(supply -> supply.notation.equals(notation))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "supply '" + notation + "' is not supported; supported are " + notations()));
  }

  private static String notations() {
    return Arrays.stream(values()).map(Supply::notation).collect(Collectors.joining(", "));
  }

  public String notation() {
    return notation;
  }

  public int lineToNeutralVolts() {
    return lineToNeutralVolts;
  }

  public int lineToLineVolts() {
    return lineToLineVolts;
  }

  public List<Phase> phases() {
    return phases;
  }
}
