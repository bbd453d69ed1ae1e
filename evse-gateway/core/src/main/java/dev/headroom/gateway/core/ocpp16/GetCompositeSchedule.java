package dev.headroom.gateway.core.ocpp16;

import java.util.Optional;
import java.util.OptionalInt;

/** The schedule a connector will follow, {@code duration} in seconds; OCPP 1.6 §5.7. */
public sealed interface GetCompositeSchedule {

  record Req(int connectorId, int duration, Optional<ChargingRateUnit> chargingRateUnit)
      implements GetCompositeSchedule, ToStation {
    @Override
    public Action action() {
      return Action.GET_COMPOSITE_SCHEDULE;
    }
  }

  record Conf(
      GetCompositeScheduleStatus status,
      OptionalInt connectorId,
      Optional<String> scheduleStart,
      Optional<ReportedSchedule> chargingSchedule)
      implements GetCompositeSchedule, Answer {}
}
