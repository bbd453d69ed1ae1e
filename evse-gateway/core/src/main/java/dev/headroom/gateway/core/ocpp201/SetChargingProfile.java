package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Installs or replaces a charging profile; OCPP 2.0.1 K01. */
public sealed interface SetChargingProfile {

  record Req(int evseId, ChargingProfile chargingProfile) implements SetChargingProfile, ToStation {
    @Override
    public Action action() {
      return Action.SET_CHARGING_PROFILE;
    }
  }

  record Res(ChargingProfileStatus status, Optional<StatusInfo> statusInfo)
      implements SetChargingProfile, Answer {}
}
