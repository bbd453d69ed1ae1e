package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a charger's own terminals to the lines of the site. */
final class LineCurrents {

  private static final List<Terminal> TERMINALS =
      List.of(Terminal.FIRST, Terminal.SECOND, Terminal.THIRD);

  private LineCurrents() {}

  /** The current on each line that is known, in milliamperes, rounded up. */
  static Optional<PerPhase> of(Wiring wiring, Map<Terminal, BigDecimal> milliamps) {
    return switch (wiring) {
      case Wiring.LineToNeutral one -> oneLoad(wiring, milliamps);
      case Wiring.LineToLine two -> oneLoad(wiring, milliamps);
      case Wiring.ThreePhase three -> eachLine(wiring, milliamps);
    };
  }

  /** One load: whatever terminal says the most, all its lines carry it. */
  private static Optional<PerPhase> oneLoad(Wiring wiring, Map<Terminal, BigDecimal> milliamps) {
    return milliamps.entrySet().stream()
        .filter(entry -> entry.getKey() != Terminal.OTHER)
        .map(entry -> ceiling(entry.getValue()))
        .max(Integer::compare)
        .map(most -> PerPhase.same(wiring.lines(), most));
  }

  /** Each terminal feeds its line; without terminals, the value counts on every line. */
  private static Optional<PerPhase> eachLine(Wiring wiring, Map<Terminal, BigDecimal> milliamps) {
    Map<Phase, Integer> lines = new EnumMap<>(Phase.class);
    for (int i = 0; i < TERMINALS.size(); i++) {
      BigDecimal value = milliamps.get(TERMINALS.get(i));
      if (value != null) {
        lines.put(wiring.lines().get(i), ceiling(value));
      }
    }
    if (!lines.isEmpty()) {
      return Optional.of(new PerPhase(lines));
    }
    return Optional.ofNullable(milliamps.get(Terminal.ALL))
        .map(value -> PerPhase.same(wiring.lines(), ceiling(value)));
  }

  private static int ceiling(BigDecimal milliamps) {
    return milliamps.setScale(0, RoundingMode.CEILING).intValueExact();
  }
}
