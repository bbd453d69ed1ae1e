package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A charging profile; OCPP 1.6 §7.8. */
public record ChargingProfile(
    int chargingProfileId,
    OptionalInt transactionId,
    int stackLevel,
    ChargingProfilePurpose chargingProfilePurpose,
    ChargingProfileKind chargingProfileKind,
    Optional<String> recurrencyKind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    ChargingSchedule chargingSchedule) {}
