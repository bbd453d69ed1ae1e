package dev.headroom.gateway.core.metering;

import java.math.BigDecimal;
import java.util.Optional;

/** The measurands that are read, with the unit each has when none is stated. */
enum Quantity {
  CURRENT("Current.Import", "A"),
  VOLTAGE("Voltage", "V"),
  POWER("Power.Active.Import", "W"),
  OFFERED_CURRENT("Current.Offered", "A"),
  OFFERED_POWER("Power.Offered", "W"),
  ENERGY("Energy.Active.Import.Register", "Wh");

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal LARGEST = new BigDecimal("1e15");

  private final String measurand;
  private final String unit;

  Quantity(String measurand, String unit) {
    this.measurand = measurand;
    this.unit = unit;
  }

  static Optional<Quantity> of(ReadValue value) {
    String name = value.measurand().orElse(ENERGY.measurand);
    for (Quantity quantity : values()) {
      if (quantity.measurand.equals(name)) {
        return Optional.of(quantity);
      }
    }
    return Optional.empty();
  }

  /** Thousandths of the unit: mA, mV, mW, mWh; empty if it is negative or no number (S4). */
  Optional<BigDecimal> thousandths(ReadValue value) {
    Optional<BigDecimal> scale = scale(value.unit().orElse(unit));
    if (scale.isEmpty() || value.number().length() > 40) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(value.number().trim());
      boolean sane =
          number.signum() >= 0 && Math.abs(number.scale()) < 100 && number.compareTo(LARGEST) < 0;
      return sane ? Optional.of(number.multiply(scale.get())) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> scale(String stated) {
    if (stated.equals(unit)) {
      return Optional.of(THOUSAND);
    }
    if (stated.equals("k" + unit)) {
      return Optional.of(THOUSAND.multiply(THOUSAND));
    }
    return Optional.empty();
  }
}
