package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.ChargingSchedule;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.RateUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** A profile in the words of OCPP 1.6 §7.8. */
final class Ocpp16Profile {

  private Ocpp16Profile() {}

  static ChargingProfile of(Profile profile) {
    return new ChargingProfile(
        profile.slot().id(),
        profile.transactionId().isPresent()
            ? OptionalInt.of(Integer.parseInt(profile.transactionId().get()))
            : OptionalInt.empty(),
        profile.slot().stackLevel(),
        switch (profile.purpose()) {
          case STATION_MAXIMUM -> ChargingProfilePurpose.ChargePointMaxProfile;
          case TX_DEFAULT -> ChargingProfilePurpose.TxDefaultProfile;
          case TX -> ChargingProfilePurpose.TxProfile;
        },
        profile.start().isPresent() ? ChargingProfileKind.Absolute : ChargingProfileKind.Relative,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        schedule(profile));
  }

  static ChargingRateUnit unit(RateUnit unit) {
    return switch (unit) {
      case AMPERES -> ChargingRateUnit.A;
      case WATTS -> ChargingRateUnit.W;
    };
  }

  private static ChargingSchedule schedule(Profile profile) {
    return new ChargingSchedule(
        profile.duration().isPresent()
            ? OptionalInt.of((int) profile.duration().get().toSeconds())
            : OptionalInt.empty(),
        profile.start(),
        unit(profile.unit()),
        profile.periods().stream()
            .map(
                period ->
                    new ChargingSchedulePeriod(
                        period.startSeconds(), period.limit(), period.phases()))
            .toList(),
        Optional.empty());
  }
}
