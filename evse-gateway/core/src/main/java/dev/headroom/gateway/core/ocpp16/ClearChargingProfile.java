package dev.headroom.gateway.core.ocpp16;

import java.util.Optional;
import java.util.OptionalInt;

/** Removes charging profiles; OCPP 1.6 §5.5. */
public sealed interface ClearChargingProfile {

  record Req(
      OptionalInt id,
      OptionalInt connectorId,
      Optional<ChargingProfilePurpose> chargingProfilePurpose,
      OptionalInt stackLevel)
      implements ClearChargingProfile, ToStation {
    @Override
    public Action action() {
      return Action.CLEAR_CHARGING_PROFILE;
    }
  }

  record Conf(ClearChargingProfileStatus status) implements ClearChargingProfile, Answer {}
}
