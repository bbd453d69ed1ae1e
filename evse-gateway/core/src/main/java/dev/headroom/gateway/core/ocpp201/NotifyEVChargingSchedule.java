package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;

/** The schedule a vehicle means to follow; OCPP 2.0.1 K15. */
public sealed interface NotifyEVChargingSchedule {

  record Req(Instant timeBase, int evseId, Object chargingSchedule)
      implements NotifyEVChargingSchedule, FromStation {
    @Override
    public Action action() {
      return Action.NOTIFY_EV_CHARGING_SCHEDULE;
    }
  }

  record Res(GenericStatus status) implements NotifyEVChargingSchedule, Answer {}
}
