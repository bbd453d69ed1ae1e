package dev.headroom.gateway.core.ocpp201;

import java.util.OptionalInt;

/** A vehicle says what energy it needs; OCPP 2.0.1 K15. */
public sealed interface NotifyEVChargingNeeds {

  record Req(int evseId, OptionalInt maxScheduleTuples, ChargingNeeds chargingNeeds)
      implements NotifyEVChargingNeeds, FromStation {
    @Override
    public Action action() {
      return Action.NOTIFY_EV_CHARGING_NEEDS;
    }
  }

  record Res(NotifyEVChargingNeedsStatus status) implements NotifyEVChargingNeeds, Answer {}
}
