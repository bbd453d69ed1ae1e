package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;

/** How a line current is written in a schedule: in the charger's unit, rounded down. */
record Rate(RateUnit unit, Wiring wiring, Supply supply) {

  Profile.Period period(int startSeconds, int milliamps) {
    return new Profile.Period(startSeconds, limit(milliamps), phases());
  }

  /** Floored to one decimal, the finest OCPP 1.6 knows: never more than is meant. */
  BigDecimal limit(int milliamps) {
    return switch (unit) {
      case AMPERES -> BigDecimal.valueOf(milliamps / 100, 1);
      case WATTS -> BigDecimal.valueOf(wiring.watts(milliamps, supply) * 10, 1);
    };
  }

  /** A load between two lines is one phase to its charger. */
  int phases() {
    return switch (wiring) {
      case Wiring.LineToNeutral one -> 1;
      case Wiring.LineToLine two -> 1;
      case Wiring.ThreePhase three -> 3;
    };
  }
}
