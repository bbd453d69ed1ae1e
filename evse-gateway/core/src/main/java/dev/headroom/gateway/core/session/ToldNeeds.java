package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.ChargingNeeds;
import java.util.OptionalLong;

/** What the vehicle at an EVSE said it needs, less what the EVSE's register says it got since. */
final class ToldNeeds {

  private ChargingNeeds told = ChargingNeeds.UNKNOWN;
  private OptionalLong registerThen = OptionalLong.empty();
  private OptionalLong registerNow = OptionalLong.empty();

  /** It says so now; what it said before holds no more. */
  void told(ChargingNeeds needs) {
    told = needs;
    registerThen = registerNow;
  }

  /** The register shows this many watt-hours now. */
  void registered(long wattHours) {
    registerNow = OptionalLong.of(wattHours);
    if (registerThen.isEmpty()) {
      registerThen = registerNow;
    }
  }

  /** The vehicle has left, or ended what it asked for. */
  void forget() {
    told(ChargingNeeds.UNKNOWN);
  }

  /** What it still needs. A register that runs backwards takes nothing off. */
  ChargingNeeds remaining() {
    if (told.wattHours().isEmpty() || registerNow.isEmpty()) {
      return told;
    }
    long delivered = Math.max(0, registerNow.getAsLong() - registerThen.orElseThrow());
    long left = Math.max(0, told.wattHours().getAsLong() - delivered);
    return new ChargingNeeds(OptionalLong.of(left), told.departure());
  }
}
