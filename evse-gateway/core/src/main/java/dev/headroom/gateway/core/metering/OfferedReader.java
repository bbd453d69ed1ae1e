package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what an EVSE offers: amperes where it tells them, otherwise watts over the voltage that it
 * measures, or else the site's.
 */
record OfferedReader(Evse evse, Supply supply) {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  Optional<Offered> read(Map<Quantity, Map<Terminal, BigDecimal>> values) {
    Map<Terminal, BigDecimal> watts = values.getOrDefault(Quantity.OFFERED_POWER, Map.of());
    return switch (evse.output()) {
      case Output.Dc dc ->
          Optional.ofNullable(watts.get(Terminal.ALL))
              .map(milliwatts -> milliwatts.divide(THOUSAND, 0, RoundingMode.CEILING))
              .map(whole -> dc.input().milliamps(whole.intValueExact()))
              .map(milliamps -> new Offered(milliamps, milliamps));
      case Output.Ac ac ->
          amperes(values.getOrDefault(Quantity.OFFERED_CURRENT, Map.of()))
              .or(() -> watts(watts, values.getOrDefault(Quantity.VOLTAGE, Map.of())));
    };
  }

  /** One pilot for all lines: whatever terminal says the most. */
  private static Optional<Offered> amperes(Map<Terminal, BigDecimal> milliamps) {
    return milliamps.entrySet().stream()
        .filter(entry -> entry.getKey() != Terminal.OTHER)
        .map(entry -> entry.getValue().setScale(0, RoundingMode.CEILING).intValueExact())
        .max(Integer::compare)
        .map(most -> new Offered(most, most));
  }

  private Optional<Offered> watts(
      Map<Terminal, BigDecimal> milliwatts, Map<Terminal, BigDecimal> volts) {
    return milliwatts.entrySet().stream()
        .filter(entry -> entry.getKey() != Terminal.OTHER)
        .map(entry -> watts(entry.getKey(), entry.getValue(), volts))
        .reduce(
            (one, other) ->
                new Offered(
                    Math.max(one.leastMilliamps(), other.leastMilliamps()),
                    Math.max(one.mostMilliamps(), other.mostMilliamps())));
  }

  /** A three-phase total may be meant for three lines, or for the one its vehicle uses. */
  private Offered watts(Terminal terminal, BigDecimal milliwatts, Map<Terminal, BigDecimal> volts) {
    BigDecimal across =
        ElementVoltage.told(evse.wiring(), supply, volts, terminal)
            .orElse(BigDecimal.valueOf(ElementVoltage.nominalMillivolts(evse.wiring(), supply)));
    int onOneLine =
        milliwatts.multiply(THOUSAND).divide(across, 0, RoundingMode.CEILING).intValueExact();
    boolean totalOfThree = terminal == Terminal.ALL && evse.wiring() instanceof Wiring.ThreePhase;
    return new Offered(totalOfThree ? onOneLine / 3 : onOneLine, onOneLine);
  }
}
