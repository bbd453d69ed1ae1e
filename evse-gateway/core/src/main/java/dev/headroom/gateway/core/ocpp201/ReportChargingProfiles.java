package dev.headroom.gateway.core.ocpp201;

import java.util.List;
import java.util.Optional;

/** Profiles a station holds; OCPP 2.0.1 K09. */
public sealed interface ReportChargingProfiles {

  record Req(
      int requestId,
      String chargingLimitSource,
      int evseId,
      List<ChargingProfile> chargingProfile,
      Optional<Boolean> tbc)
      implements ReportChargingProfiles, FromStation {
    public Req {
      chargingProfile = List.copyOf(chargingProfile);
    }

    @Override
    public Action action() {
      return Action.REPORT_CHARGING_PROFILES;
    }
  }

  record Res() implements ReportChargingProfiles, Answer {}
}
