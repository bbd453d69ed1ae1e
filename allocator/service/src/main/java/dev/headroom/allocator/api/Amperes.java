package dev.headroom.allocator.api;

import java.math.BigDecimal;

/** Milliamperes as the amperes people read, exactly. */
final class Amperes {

  private Amperes() {}

  static BigDecimal of(int milliamps) {
    return BigDecimal.valueOf(milliamps, 3);
  }
}
