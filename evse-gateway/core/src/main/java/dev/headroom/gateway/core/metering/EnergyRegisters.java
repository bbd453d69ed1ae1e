package dev.headroom.gateway.core.metering;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/** What the energy register showed at the ends of some readings, in watt-hours. */
public final class EnergyRegisters {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private EnergyRegisters() {}

  /** The earliest; empty if none shows a register of the whole EVSE. */
  public static OptionalLong first(List<Reading> readings) {
    return oneOf(readings, (first, later) -> first);
  }

  /** The latest. */
  public static OptionalLong last(List<Reading> readings) {
    return oneOf(readings, (earlier, last) -> last);
  }

  private static OptionalLong oneOf(List<Reading> readings, BinaryOperator<BigDecimal> which) {
    return readings.stream()
        .sorted(Comparator.comparing(Reading::timestamp))
        .flatMap(reading -> reading.values().stream())
        .filter(value -> Quantity.of(value).filter(Quantity.ENERGY::equals).isPresent())
        .filter(value -> Terminal.of(value.phase()) == Terminal.ALL)
        .flatMap(value -> Quantity.ENERGY.thousandths(value).stream())
        .reduce(which)
        .stream()
        .mapToLong(milli -> milli.divideToIntegralValue(THOUSAND).longValue())
        .findFirst();
  }
}
