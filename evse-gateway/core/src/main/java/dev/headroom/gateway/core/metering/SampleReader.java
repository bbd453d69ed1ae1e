package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one EVSE's meter values, in its place on its site. */
public record SampleReader(Evse evse, Supply supply) {

  /** A current above 1.5 × its branch breaker is no current. */
  private static final BigDecimal SANE = new BigDecimal("1.5");

  private static final Set<String> NOT_THE_CHARGERS = Set.of("EV", "Body", "Cable");

  /**
   * What a meter value says; values of other measurands, and of the vehicle's side, say nothing.
   */
  public Sample read(Reading reading) {
    Map<Quantity, Map<Terminal, BigDecimal>> values = new EnumMap<>(Quantity.class);
    int rejected = 0;
    for (ReadValue value : reading.values()) {
      Optional<Quantity> quantity = Quantity.of(value).filter(known -> isChargers(value));
      if (quantity.isEmpty()) {
        continue;
      }
      Optional<BigDecimal> number =
          quantity.get().thousandths(value).filter(read -> isSane(quantity.get(), read));
      if (number.isEmpty()) {
        rejected++;
        continue;
      }
      values
          .computeIfAbsent(quantity.get(), first -> new EnumMap<>(Terminal.class))
          .merge(Terminal.of(value.phase()), number.get(), BigDecimal::max);
    }
    Optional<PerPhase> lines =
        switch (evse.output()) {
          case Output.Ac ac -> LineCurrents.of(evse.wiring(), currents(values));
          case Output.Dc dc -> DirectCurrent.lines(evse.wiring(), dc, values);
        };
    Optional<Offered> offered =
        new OfferedReader(evse, supply).read(values).filter(read -> read.isSane(evse));
    return new Sample(lines, offered, lowestVoltage(values), energy(values), rejected);
  }

  /** Outlet, inlet or not stated; the signed format is for billing, not for reading. */
  private static boolean isChargers(ReadValue value) {
    return !NOT_THE_CHARGERS.contains(value.location().orElse("Outlet"))
        && value.format().map("Raw"::equals).orElse(true);
  }

  private boolean isSane(Quantity quantity, BigDecimal thousandths) {
    if (evse.output() instanceof Output.Dc dc) {
      return DirectCurrent.isSane(quantity, thousandths, dc);
    }
    BigDecimal mostMilliamps = BigDecimal.valueOf(evse.branchBreakerMilliamps()).multiply(SANE);
    BigDecimal nominal =
        BigDecimal.valueOf(ElementVoltage.nominalMillivolts(evse.wiring(), supply));
    return switch (quantity) {
      case CURRENT, OFFERED_CURRENT -> thousandths.compareTo(mostMilliamps) <= 0;
      case POWER, OFFERED_POWER ->
          thousandths.compareTo(mostMilliamps.multiply(BigDecimal.valueOf(supplyVolts()))) <= 0;
      case VOLTAGE -> thousandths.compareTo(nominal.multiply(BigDecimal.valueOf(3))) <= 0;
      case ENERGY -> true;
    };
  }

  private Map<Terminal, BigDecimal> currents(Map<Quantity, Map<Terminal, BigDecimal>> values) {
    Map<Terminal, BigDecimal> measured = values.getOrDefault(Quantity.CURRENT, Map.of());
    return measured.isEmpty() ? derived(values) : measured;
  }

  /**
   * P / V of each terminal where both are known. A three-phase total says nothing of one line, and
   * a vehicle may use one alone.
   */
  private Map<Terminal, BigDecimal> derived(Map<Quantity, Map<Terminal, BigDecimal>> values) {
    Map<Terminal, BigDecimal> currents = new EnumMap<>(Terminal.class);
    Map<Terminal, BigDecimal> volts = values.getOrDefault(Quantity.VOLTAGE, Map.of());
    values
        .getOrDefault(Quantity.POWER, Map.of())
        .forEach(
            (terminal, milliwatts) -> {
              boolean totalOfThree =
                  terminal == Terminal.ALL && evse.wiring() instanceof Wiring.ThreePhase;
              Optional<BigDecimal> across =
                  ElementVoltage.told(evse.wiring(), supply, volts, terminal);
              if (!totalOfThree && across.isPresent()) {
                currents.put(
                    terminal,
                    milliwatts
                        .multiply(BigDecimal.valueOf(1000))
                        .divide(across.get(), 0, RoundingMode.CEILING));
              }
            });
    return currents;
  }

  private OptionalInt lowestVoltage(Map<Quantity, Map<Terminal, BigDecimal>> values) {
    return switch (evse.output()) {
      case Output.Ac ac ->
          ElementVoltage.lowestPermille(
              evse.wiring(), supply, values.getOrDefault(Quantity.VOLTAGE, Map.of()));
      case Output.Dc dc -> OptionalInt.empty();
    };
  }

  private int supplyVolts() {
    return 2 * evse.wiring().volts(supply);
  }

  private static OptionalLong energy(Map<Quantity, Map<Terminal, BigDecimal>> values) {
    BigDecimal register = values.getOrDefault(Quantity.ENERGY, Map.of()).get(Terminal.ALL);
    return register == null
        ? OptionalLong.empty()
        : OptionalLong.of(register.divideToIntegralValue(BigDecimal.valueOf(1000)).longValue());
  }
}
