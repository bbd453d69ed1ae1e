package dev.headroom.gateway.core.metering;

import java.util.Optional;

/** Which of a charger's own terminals a value is about; OCPP 1.6 §7.34. */
enum Terminal {
  FIRST,
  SECOND,
  THIRD,
  /** The whole connector: no phase stated. */
  ALL,
  /** The neutral, or what is no phase. */
  OTHER;

  static Terminal of(Optional<String> phase) {
    return switch (phase.orElse("")) {
      case "" -> ALL;
      case "L1", "L1-N", "L1-L2" -> FIRST;
      case "L2", "L2-N", "L2-L3" -> SECOND;
      case "L3", "L3-N", "L3-L1" -> THIRD;
      default -> OTHER;
    };
  }
}
