package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.util.OptionalInt;

/** How a line current is written in a schedule: in the charger's unit, rounded down. */
record Rate(ChargingRateUnit unit, Wiring wiring, Supply supply) {

  ChargingSchedulePeriod period(int startSeconds, int milliamps) {
    return new ChargingSchedulePeriod(startSeconds, limit(milliamps), OptionalInt.of(phases()));
  }

  /** Floored to one decimal, the finest OCPP 1.6 knows: never more than is meant. */
  BigDecimal limit(int milliamps) {
    return switch (unit) {
      case A -> BigDecimal.valueOf(milliamps / 100, 1);
      case W -> BigDecimal.valueOf(wiring.watts(milliamps, supply) * 10, 1);
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
