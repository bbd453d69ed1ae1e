package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.ocpp201.ChargingProfile;
import dev.headroom.gateway.core.ocpp201.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp201.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp201.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp201.ChargingSchedule;
import dev.headroom.gateway.core.ocpp201.ChargingSchedulePeriod;
import dev.headroom.gateway.core.ocpp201.ReportChargingProfiles;
import dev.headroom.gateway.core.profile.FoundProfile;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Profiles in the words of OCPP 2.0.1 part 2 §2.9. */
final class Ocpp201Profile {

  private Ocpp201Profile() {}

  static ChargingProfile of(Profile profile) {
    return new ChargingProfile(
        profile.slot().id(),
        profile.slot().stackLevel(),
        switch (profile.purpose()) {
          case STATION_MAXIMUM -> ChargingProfilePurpose.ChargingStationMaxProfile;
          case TX_DEFAULT -> ChargingProfilePurpose.TxDefaultProfile;
          case TX -> ChargingProfilePurpose.TxProfile;
        },
        profile.start().isPresent() ? ChargingProfileKind.Absolute : ChargingProfileKind.Relative,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        profile.transactionId(),
        List.of(schedule(profile)));
  }

  /**
   * Those that can be removed; what the grid imposes only ever lowers, and is not ours to touch.
   */
  static List<FoundProfile> found(ReportChargingProfiles.Req report) {
    return report.chargingProfile().stream()
        .flatMap(
            profile ->
                purpose(profile.chargingProfilePurpose())
                    .map(
                        purpose ->
                            new FoundProfile(
                                report.evseId(),
                                new Profile.Slot(profile.id(), profile.stackLevel()),
                                purpose))
                    .stream())
        .toList();
  }

  private static Optional<ProfilePurpose> purpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargingStationExternalConstraints -> Optional.empty();
      case ChargingStationMaxProfile -> Optional.of(ProfilePurpose.STATION_MAXIMUM);
      case TxDefaultProfile -> Optional.of(ProfilePurpose.TX_DEFAULT);
      case TxProfile -> Optional.of(ProfilePurpose.TX);
    };
  }

  static ChargingRateUnit unit(RateUnit unit) {
    return switch (unit) {
      case AMPERES -> ChargingRateUnit.A;
      case WATTS -> ChargingRateUnit.W;
    };
  }

  private static ChargingSchedule schedule(Profile profile) {
    return new ChargingSchedule(
        profile.slot().id(),
        profile.start(),
        profile.duration().isPresent()
            ? OptionalInt.of((int) profile.duration().get().toSeconds())
            : OptionalInt.empty(),
        unit(profile.unit()),
        profile.periods().stream()
            .map(
                period ->
                    new ChargingSchedulePeriod(
                        period.startSeconds(),
                        period.limit(),
                        period.phases(),
                        OptionalInt.empty()))
            .toList(),
        Optional.empty(),
        Optional.empty());
  }
}
