package dev.headroom.contract.site;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Wirings as an electrician writes them: {@code L1-N}, {@code L1-L2}, {@code L2-L3-L1}; the order
 * is that of the charger's own terminals.
 */
public final class WiringNotation {

  /** All that can be written. */
  static final List<String> ALL =
      List.of(
          "L1-N",
          "L2-N",
          "L3-N",
          "L1-L2",
          "L2-L1",
          "L2-L3",
          "L3-L2",
          "L3-L1",
          "L1-L3",
          "L1-L2-L3",
          "L2-L3-L1",
          "L3-L1-L2");

  private WiringNotation() {}

  /**
   * The wiring written so.
   *
   * @throws IllegalArgumentException saying what can be written
   */
  public static Wiring parse(String notation) {
    return switch (notation) {
      case "L1-N" -> new LineToNeutral(Phase.L1);
      case "L2-N" -> new LineToNeutral(Phase.L2);
      case "L3-N" -> new LineToNeutral(Phase.L3);
      case "L1-L2" -> new LineToLine(Phase.L1, Phase.L2);
      case "L2-L1" -> new LineToLine(Phase.L2, Phase.L1);
      case "L2-L3" -> new LineToLine(Phase.L2, Phase.L3);
      case "L3-L2" -> new LineToLine(Phase.L3, Phase.L2);
      case "L3-L1" -> new LineToLine(Phase.L3, Phase.L1);
      case "L1-L3" -> new LineToLine(Phase.L1, Phase.L3);
      case "L1-L2-L3" -> new ThreePhase(Phase.L1);
      case "L2-L3-L1" -> new ThreePhase(Phase.L2);
      case "L3-L1-L2" -> new ThreePhase(Phase.L3);
      case "L1-L3-L2", "L3-L2-L1", "L2-L1-L3" ->
          throw new IllegalArgumentException(
              "wiring '"
                  + notation
                  + "' turns backwards; three lines follow in order, as L2-L3-L1");
      default ->
          throw new IllegalArgumentException(
              "wiring '"
                  + notation
                  + "' is not understood; write L1-N, L1-L2 or L1-L2-L3, with the lines in use");
    };
  }

  /** The notation that {@link #parse} reads back. */
  public static String format(Wiring wiring) {
    String lines = wiring.lines().stream().map(Phase::name).collect(Collectors.joining("-"));
    return switch (wiring) {
      case LineToNeutral _ -> lines + "-N";
      case LineToLine _, ThreePhase _ -> lines;
    };
  }
}
