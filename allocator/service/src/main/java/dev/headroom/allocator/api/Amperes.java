package dev.headroom.allocator.api;

import dev.headroom.core.electrical.PerPhase;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Milliamperes as the amperes people read, exactly. */
final class Amperes {

  private Amperes() {}

  static BigDecimal of(int milliamps) {
    return BigDecimal.valueOf(milliamps, 3);
  }

  /** By the phase's name; only the phases that are there. */
  static Map<String, BigDecimal> of(PerPhase milliamps) {
    Map<String, BigDecimal> byPhase = new TreeMap<>();
    milliamps.values().forEach((phase, value) -> byPhase.put(phase.name(), of(value)));
    return byPhase;
  }
}
