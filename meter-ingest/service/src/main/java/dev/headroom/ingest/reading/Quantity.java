package dev.headroom.ingest.reading;

import dev.headroom.core.reading.MeterReading;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a meter measures per phase, with its unit, its range and how it becomes a whole number. */
enum Quantity {
  CURRENT("i", "A", 3, RoundingMode.CEILING, 0, MeterReading.LARGEST_MILLIAMPS),
  VOLTAGE("v", "V", 3, RoundingMode.HALF_UP, 0, 1_000_000),
  POWER("p", "W", 0, RoundingMode.HALF_UP, -20_000_000, 20_000_000);

  private final String symbol;
  private final String unit;
  private final int decimals;
  private final RoundingMode rounding;
  private final int least;
  private final int most;

  Quantity(String symbol, String unit, int decimals, RoundingMode rounding, int least, int most) {
    this.symbol = symbol;
    this.unit = unit;
    this.decimals = decimals;
    this.rounding = rounding;
    this.least = least;
    this.most = most;
  }

  String symbol() {
    return symbol;
  }

  String unit() {
    return unit;
  }

  /** Milliamperes (rounded up), millivolts or watts; power may be negative, which is export. */
  int wholeNumber(String name, BigDecimal value) {
    BigDecimal scaled = value.movePointRight(decimals);
    if (scaled.compareTo(BigDecimal.valueOf(least)) < 0
        || scaled.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new RefusedReading(
          Refusal.VALUE,
          String.format(
              "%s is %s %s, outside %s to %s",
              name, value.toPlainString(), unit, shown(least), shown(most)));
    }
    return scaled.setScale(0, rounding).intValueExact();
  }

  private String shown(int bound) {
    return BigDecimal.valueOf(bound, decimals).stripTrailingZeros().toPlainString();
  }
}
