package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.SchedulePeriod;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Charging profiles from OCPP's JSON. What a profile may not be is an {@link
 * IllegalArgumentException} that says why.
 */
final class ProfileReader {

  private ProfileReader() {}

  static ChargingProfile profile(JsonNode json) {
    return new ChargingProfile(
        integer(json, "chargingProfileId"),
        integer(json, "stackLevel"),
        purpose(text(json, "chargingProfilePurpose")),
        kind(json),
        integerIfAny(json, "transactionId"),
        instantIfAny(json, "validFrom"),
        instantIfAny(json, "validTo"),
        schedule(json.path("chargingSchedule")));
  }

  static ProfileFilter filter(JsonNode json) {
    return new ProfileFilter(
        integerIfAny(json, "id"),
        integerIfAny(json, "connectorId"),
        json.has("chargingProfilePurpose")
            ? Optional.of(purpose(text(json, "chargingProfilePurpose")))
            : Optional.empty(),
        integerIfAny(json, "stackLevel"));
  }

  private static ProfilePurpose purpose(String name) {
    return switch (name) {
      case "ChargePointMaxProfile" -> ProfilePurpose.CHARGE_POINT_MAX;
      case "TxDefaultProfile" -> ProfilePurpose.TX_DEFAULT;
      case "TxProfile" -> ProfilePurpose.TX;
      default -> throw new IllegalArgumentException("chargingProfilePurpose " + name);
    };
  }

  private static ProfileKind kind(JsonNode json) {
    String kind = text(json, "chargingProfileKind");
    return switch (kind) {
      case "Absolute" -> ProfileKind.ABSOLUTE;
      case "Relative" -> ProfileKind.RELATIVE;
      case "Recurring" ->
          switch (text(json, "recurrencyKind")) {
            case "Daily" -> ProfileKind.DAILY;
            case "Weekly" -> ProfileKind.WEEKLY;
            default -> throw new IllegalArgumentException("recurrencyKind");
          };
      default -> throw new IllegalArgumentException("chargingProfileKind " + kind);
    };
  }

  private static ChargingSchedule schedule(JsonNode json) {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (JsonNode period : json.path("chargingSchedulePeriod")) {
      periods.add(
          new SchedulePeriod(
              integer(period, "startPeriod"),
              thousandths(period),
              integerIfAny(period, "numberPhases")));
    }
    OptionalInt duration = integerIfAny(json, "duration");
    return new ChargingSchedule(
        duration.isPresent()
            ? Optional.of(Duration.ofSeconds(duration.getAsInt()))
            : Optional.empty(),
        instantIfAny(json, "startSchedule"),
        unit(text(json, "chargingRateUnit")),
        periods);
  }

  private static RateUnit unit(String name) {
    return switch (name) {
      case "A" -> RateUnit.A;
      case "W" -> RateUnit.W;
      default -> throw new IllegalArgumentException("chargingRateUnit " + name);
    };
  }

  /** The limit has one decimal at most (OCPP 1.6 §7.14); more is cut off, never rounded up. */
  private static long thousandths(JsonNode period) {
    JsonNode limit = period.path("limit");
    if (!limit.isNumber()) {
      throw new IllegalArgumentException("limit is a number");
    }
    return limit.decimalValue().setScale(1, RoundingMode.FLOOR).movePointRight(3).longValueExact();
  }

  static int integer(JsonNode json, String name) {
    return integerIfAny(json, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  static OptionalInt integerIfAny(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new IllegalArgumentException(name + " is a whole number");
    }
    return OptionalInt.of(value.intValue());
  }

  static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is text");
    }
    return value.textValue();
  }

  private static Optional<Instant> instantIfAny(JsonNode json, String name) {
    if (!json.has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text(json, name)).toInstant());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " is a time with its offset", e);
    }
  }
}
