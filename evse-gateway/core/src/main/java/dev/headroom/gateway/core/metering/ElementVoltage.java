package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The voltage across one element of an EVSE's load, in millivolts. */
final class ElementVoltage {

  /** Terminal voltages outside nominal ± 25 % are not this load's. */
  private static final BigDecimal LEAST = new BigDecimal("0.75");

  private static final BigDecimal MOST = new BigDecimal("1.25");

  private ElementVoltage() {}

  /** What the charger tells, if it tells one that can be. */
  static Optional<BigDecimal> told(
      Wiring wiring, Supply supply, Map<Terminal, BigDecimal> volts, Terminal terminal) {
    BigDecimal nominal = BigDecimal.valueOf(nominalMillivolts(wiring, supply));
    return Optional.ofNullable(volts.get(terminal))
        .or(() -> Optional.ofNullable(volts.get(Terminal.ALL)))
        .or(() -> Optional.ofNullable(volts.get(Terminal.FIRST)))
        .filter(found -> found.compareTo(nominal.multiply(LEAST)) >= 0)
        .filter(found -> found.compareTo(nominal.multiply(MOST)) <= 0);
  }

  /** What the site says. */
  static int nominalMillivolts(Wiring wiring, Supply supply) {
    return switch (wiring) {
      case Wiring.LineToNeutral one -> supply.lineToNeutralVolts() * 1000;
      case Wiring.LineToLine two -> supply.lineToLineVolts() * 1000;
      case Wiring.ThreePhase three -> supply.lineToNeutralVolts() * 1000;
    };
  }
}
