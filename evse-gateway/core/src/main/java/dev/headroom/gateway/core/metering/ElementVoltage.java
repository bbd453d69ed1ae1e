package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
        .filter(found -> isPlausible(found, nominal));
  }

  private static boolean isPlausible(BigDecimal told, BigDecimal nominal) {
    return told.compareTo(nominal.multiply(LEAST)) >= 0
        && told.compareTo(nominal.multiply(MOST)) <= 0;
  }

  /** The lowest that is told and can be, in thousandths of what the site says, rounded down. */
  static OptionalInt lowestPermille(Wiring wiring, Supply supply, Map<Terminal, BigDecimal> volts) {
    BigDecimal nominal = BigDecimal.valueOf(nominalMillivolts(wiring, supply));
    return volts.entrySet().stream()
        .filter(entry -> entry.getKey() != Terminal.OTHER)
        .map(Map.Entry::getValue)
        .filter(told -> isPlausible(told, nominal))
        .mapToInt(told -> told.movePointRight(3).divideToIntegralValue(nominal).intValueExact())
        .min();
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
