package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;
import java.util.OptionalInt;

/** Removes charging profiles; OCPP 2.0.1 K10. */
public sealed interface ClearChargingProfile {

  record Req(OptionalInt chargingProfileId) implements ClearChargingProfile, ToStation {
    @Override
    public Action action() {
      return Action.CLEAR_CHARGING_PROFILE;
    }
  }

  record Res(ClearChargingProfileStatus status, Optional<StatusInfo> statusInfo)
      implements ClearChargingProfile, Answer {}
}
