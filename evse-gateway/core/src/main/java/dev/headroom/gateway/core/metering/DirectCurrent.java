package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Output;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What a DC EVSE measures at its outlet is no current of its lines: its power is, through its
 * rectifier at the lowest voltage, in full on each of them.
 */
final class DirectCurrent {

  /** No vehicle takes more. */
  private static final BigDecimal MOST_MILLIVOLTS = BigDecimal.valueOf(1_600_000);

  private static final BigDecimal MOST_MILLIAMPS = BigDecimal.valueOf(3_000_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private DirectCurrent() {}

  /** Its power, or what its current and voltage make; nothing if neither is told as a whole. */
  static Optional<PerPhase> lines(
      Wiring wiring, Output.Dc dc, Map<Quantity, Map<Terminal, BigDecimal>> values) {
    return whole(values, Quantity.POWER)
        .or(
            () ->
                whole(values, Quantity.CURRENT)
                    .flatMap(
                        milliamps ->
                            whole(values, Quantity.VOLTAGE)
                                .map(millivolts -> watts(milliamps, millivolts))))
        .map(milliwatts -> milliwatts.divide(BigDecimal.valueOf(1000), 0, RoundingMode.CEILING))
        .map(watts -> PerPhase.same(wiring.lines(), dc.input().milliamps(watts.intValueExact())));
  }

  /** Power is sane up to 1.5 × what the EVSE is rated for. */
  static boolean isSane(Quantity quantity, BigDecimal thousandths, Output.Dc dc) {
    return switch (quantity) {
      case CURRENT, OFFERED_CURRENT -> thousandths.compareTo(MOST_MILLIAMPS) <= 0;
      case VOLTAGE -> thousandths.compareTo(MOST_MILLIVOLTS) <= 0;
      case POWER, OFFERED_POWER ->
          thousandths.compareTo(BigDecimal.valueOf(1500L * dc.ratedWatts())) <= 0;
      case ENERGY -> true;
    };
  }

  /** In thousandths, as power is told. */
  private static BigDecimal watts(BigDecimal milliamps, BigDecimal millivolts) {
    return milliamps
        .multiply(millivolts)
        .multiply(BigDecimal.valueOf(1000))
        .divide(MILLION, 0, RoundingMode.CEILING);
  }

  private static Optional<BigDecimal> whole(
      Map<Quantity, Map<Terminal, BigDecimal>> values, Quantity quantity) {
    return Optional.ofNullable(values.getOrDefault(quantity, Map.of()).get(Terminal.ALL));
  }
}
