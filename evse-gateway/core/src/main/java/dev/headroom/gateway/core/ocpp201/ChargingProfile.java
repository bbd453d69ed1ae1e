package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A charging profile. */
public record ChargingProfile(
    int id,
    int stackLevel,
    ChargingProfilePurpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    Optional<String> recurrencyKind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    Optional<String> transactionId,
    List<ChargingSchedule> chargingSchedule) {

  public ChargingProfile {
    chargingSchedule = List.copyOf(chargingSchedule);
  }
}
