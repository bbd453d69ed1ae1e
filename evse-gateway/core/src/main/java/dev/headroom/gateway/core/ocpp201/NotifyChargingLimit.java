package dev.headroom.gateway.core.ocpp201;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The station got a limit from elsewhere; OCPP 2.0.1 K12. */
public sealed interface NotifyChargingLimit {

  record Req(
      OptionalInt evseId,
      ChargingLimit chargingLimit,
      Optional<List<ChargingSchedule>> chargingSchedule)
      implements NotifyChargingLimit, FromStation {
    public Req {
      chargingSchedule = chargingSchedule.map(List::copyOf);
    }

    @Override
    public Action action() {
      return Action.NOTIFY_CHARGING_LIMIT;
    }
  }

  record Res() implements NotifyChargingLimit, Answer {}
}
