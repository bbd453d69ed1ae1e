package dev.headroom.world.station;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.SchedulePeriod;
import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What a station reads from the gateway's profiles of OCPP 1.6. */
final class Profiles16 {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Profiles16() {}

  static ChargingProfile read(SetChargingProfile.Req request) {
    var said = request.csChargingProfiles();
    var schedule = said.chargingSchedule();
    List<SchedulePeriod> periods =
        schedule.chargingSchedulePeriod().stream()
            .map(
                period ->
                    new SchedulePeriod(
                        period.startPeriod(),
                        period.limit().multiply(THOUSAND).longValueExact(),
                        period.numberPhases()))
            .toList();
    return new ChargingProfile(
        said.chargingProfileId(),
        said.stackLevel(),
        switch (said.chargingProfilePurpose()) {
          case ChargePointMaxProfile -> ProfilePurpose.STATION_MAX;
          case TxDefaultProfile -> ProfilePurpose.TX_DEFAULT;
          case TxProfile -> ProfilePurpose.TX;
        },
        switch (said.chargingProfileKind()) {
          case Absolute -> ProfileKind.ABSOLUTE;
          case Recurring -> ProfileKind.DAILY;
          case Relative -> ProfileKind.RELATIVE;
        },
        said.transactionId().stream().mapToObj(Integer::toString).findFirst(),
        said.validFrom(),
        said.validTo(),
        new ChargingSchedule(
            schedule.duration().stream().mapToObj(Duration::ofSeconds).findFirst(),
            schedule.startSchedule(),
            schedule.chargingRateUnit() == ChargingRateUnit.A ? RateUnit.A : RateUnit.W,
            periods));
  }
}
