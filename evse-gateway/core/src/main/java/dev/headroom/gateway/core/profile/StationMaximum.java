package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingSchedule;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The most a whole station may ever draw: the wiring ratings of its EVSEs together. */
public final class StationMaximum {

  private static final int ID = 1;

  /** Long past, so that it holds at once, and the same each time it is sent. */
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private StationMaximum() {}

  /** The profile for connector 0. */
  public static SetChargingProfile.Req of(
      List<Evse> evses, Supply supply, Capabilities capabilities) {
    List<ChargingSchedulePeriod> each =
        evses.stream()
            .map(
                evse ->
                    new Rate(capabilities.unit(), evse.wiring(), supply)
                        .period(0, evse.maximumMilliamps()))
            .toList();
    BigDecimal sum =
        each.stream().map(ChargingSchedulePeriod::limit).reduce(BigDecimal.ZERO, BigDecimal::add);
    OptionalInt phases =
        each.stream()
            .map(ChargingSchedulePeriod::numberPhases)
            .max(Comparator.comparingInt(OptionalInt::getAsInt))
            .orElseThrow();
    return new SetChargingProfile.Req(
        0,
        new ChargingProfile(
            ID,
            OptionalInt.empty(),
            0,
            ChargingProfilePurpose.ChargePointMaxProfile,
            ChargingProfileKind.Absolute,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new ChargingSchedule(
                OptionalInt.empty(),
                Optional.of(START),
                capabilities.unit(),
                List.of(new ChargingSchedulePeriod(0, sum, phases)),
                Optional.empty())));
  }
}
