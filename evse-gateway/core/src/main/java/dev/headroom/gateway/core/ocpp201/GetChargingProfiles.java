package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;
import java.util.OptionalInt;

/** Asks for {@link ReportChargingProfiles}; OCPP 2.0.1 K09. */
public sealed interface GetChargingProfiles {

  record Req(int requestId, OptionalInt evseId, ChargingProfileCriterion chargingProfile)
      implements GetChargingProfiles, ToStation {
    @Override
    public Action action() {
      return Action.GET_CHARGING_PROFILES;
    }
  }

  record Res(GetChargingProfileStatus status, Optional<StatusInfo> statusInfo)
      implements GetChargingProfiles, Answer {}
}
