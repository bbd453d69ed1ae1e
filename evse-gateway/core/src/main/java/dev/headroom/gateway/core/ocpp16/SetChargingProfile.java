package dev.headroom.gateway.core.ocpp16;

/** Installs or replaces a charging profile; OCPP 1.6 §5.16. */
public sealed interface SetChargingProfile {

  record Req(int connectorId, ChargingProfile csChargingProfiles)
      implements SetChargingProfile, ToStation {
    @Override
    public Action action() {
      return Action.SET_CHARGING_PROFILE;
    }
  }

  record Conf(ChargingProfileStatus status) implements SetChargingProfile, Answer {}
}
