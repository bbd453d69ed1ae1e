package dev.headroom.world.station;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.SchedulePeriod;
import dev.headroom.gateway.core.ocpp201.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp201.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp201.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp201.ChargingSchedulePeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Profiles in the words of OCPP 2.0.1, as a station reads and reports them. */
final class Profiles201 {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Profiles201() {}

  /** Empty for what this station cannot hold: several schedules, or limits of the grid. */
  static Optional<ChargingProfile> read(dev.headroom.gateway.core.ocpp201.ChargingProfile said) {
    Optional<ProfilePurpose> purpose = purpose(said.chargingProfilePurpose());
    if (purpose.isEmpty() || said.chargingSchedule().size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        new ChargingProfile(
            said.id(),
            said.stackLevel(),
            purpose.get(),
            switch (said.chargingProfileKind()) {
              case Absolute -> ProfileKind.ABSOLUTE;
              case Recurring ->
                  said.recurrencyKind().filter("Weekly"::equals).isPresent()
                      ? ProfileKind.WEEKLY
                      : ProfileKind.DAILY;
              case Relative -> ProfileKind.RELATIVE;
            },
            said.transactionId(),
            said.validFrom(),
            said.validTo(),
            read(said.chargingSchedule().getFirst())));
  }

  private static ChargingSchedule read(dev.headroom.gateway.core.ocpp201.ChargingSchedule said) {
    List<SchedulePeriod> periods =
        said.chargingSchedulePeriod().stream()
            .map(
                period ->
                    new SchedulePeriod(
                        period.startPeriod(),
                        period.limit().multiply(THOUSAND).longValueExact(),
                        period.numberPhases()))
            .toList();
    return new ChargingSchedule(
        said.duration().stream().mapToObj(Duration::ofSeconds).findFirst(),
        said.startSchedule(),
        said.chargingRateUnit() == ChargingRateUnit.A ? RateUnit.A : RateUnit.W,
        periods);
  }

  static Optional<ProfilePurpose> purpose(ChargingProfilePurpose said) {
    return switch (said) {
      case ChargingStationExternalConstraints -> Optional.empty();
      case ChargingStationMaxProfile -> Optional.of(ProfilePurpose.STATION_MAX);
      case TxDefaultProfile -> Optional.of(ProfilePurpose.TX_DEFAULT);
      case TxProfile -> Optional.of(ProfilePurpose.TX);
    };
  }

  static dev.headroom.gateway.core.ocpp201.ChargingProfile write(ChargingProfile profile) {
    return new dev.headroom.gateway.core.ocpp201.ChargingProfile(
        profile.id(),
        profile.stackLevel(),
        switch (profile.purpose()) {
          case STATION_MAX -> ChargingProfilePurpose.ChargingStationMaxProfile;
          case TX_DEFAULT -> ChargingProfilePurpose.TxDefaultProfile;
          case TX -> ChargingProfilePurpose.TxProfile;
        },
        switch (profile.kind()) {
          case ABSOLUTE -> ChargingProfileKind.Absolute;
          case RELATIVE -> ChargingProfileKind.Relative;
          case DAILY, WEEKLY -> ChargingProfileKind.Recurring;
        },
        switch (profile.kind()) {
          case ABSOLUTE, RELATIVE -> Optional.empty();
          case DAILY -> Optional.of("Daily");
          case WEEKLY -> Optional.of("Weekly");
        },
        profile.validFrom(),
        profile.validTo(),
        profile.transactionId(),
        List.of(write(profile.id(), profile.schedule())));
  }

  private static dev.headroom.gateway.core.ocpp201.ChargingSchedule write(
      int id, ChargingSchedule schedule) {
    return new dev.headroom.gateway.core.ocpp201.ChargingSchedule(
        id,
        schedule.start(),
        schedule.duration().isPresent()
            ? OptionalInt.of((int) schedule.duration().get().toSeconds())
            : OptionalInt.empty(),
        schedule.unit() == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W,
        schedule.periods().stream()
            .map(
                period ->
                    new ChargingSchedulePeriod(
                        period.startSeconds(),
                        BigDecimal.valueOf(period.limitThousandths(), 3),
                        period.phases(),
                        OptionalInt.empty()))
            .toList(),
        Optional.empty(),
        Optional.empty());
  }
}
