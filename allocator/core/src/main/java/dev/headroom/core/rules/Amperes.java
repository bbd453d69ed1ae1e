package dev.headroom.core.rules;

import java.math.BigDecimal;

/** Currents as people read them. */
final class Amperes {

  private Amperes() {}

  /** Such as {@code 12.5 A}. */
  static String of(long milliamps) {
    return number(milliamps) + " A";
  }

  /** Such as {@code 12.5}, as in a file. */
  static String number(long milliamps) {
    return BigDecimal.valueOf(milliamps, 3).stripTrailingZeros().toPlainString();
  }
}
