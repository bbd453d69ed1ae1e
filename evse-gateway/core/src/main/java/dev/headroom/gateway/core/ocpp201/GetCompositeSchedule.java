package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** The schedule an EVSE will follow, {@code duration} in seconds; OCPP 2.0.1 K08. */
public sealed interface GetCompositeSchedule {

  record Req(int duration, int evseId, Optional<ChargingRateUnit> chargingRateUnit)
      implements GetCompositeSchedule, ToStation {
    @Override
    public Action action() {
      return Action.GET_COMPOSITE_SCHEDULE;
    }
  }

  record Res(String status, Optional<CompositeSchedule> schedule, Optional<StatusInfo> statusInfo)
      implements GetCompositeSchedule, Answer {}
}
