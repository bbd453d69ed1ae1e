package dev.headroom.core.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as an electrician reads them, to a tenth. */
final class Figures {

  private Figures() {}

  /** Amperes with their unit. */
  static String amps(long milliamps) {
    return thousandths(milliamps) + " A";
  }

  /** Kilowatts with their unit. */
  static String kilowatts(long watts) {
    return thousandths(watts) + " kW";
  }

  private static String thousandths(long value) {
    return BigDecimal.valueOf(value, 3).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
