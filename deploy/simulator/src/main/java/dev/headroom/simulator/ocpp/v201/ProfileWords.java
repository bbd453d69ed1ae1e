package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.SchedulePeriod;
import dev.headroom.simulator.ocpp.session.ProfileFields;
import dev.headroom.simulator.ocpp.wire.Fields;
import dev.headroom.simulator.ocpp.wire.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Charging profiles from and to ChargingProfileType. */
final class ProfileWords {

  private ProfileWords() {}

  /**
   * Reads a profile.
   *
   * @param started the transaction that RequestStartTransaction begins, whose profile cannot name
   *     it yet
   */
  static ChargingProfile read(JsonNode json, Optional<String> started) {
    JsonNode schedules = json.path("chargingSchedule");
    if (schedules.size() != 1) {
      throw new IllegalArgumentException("one chargingSchedule, not " + schedules.size());
    }
    return new ChargingProfile(
        Fields.integer(json, "id"),
        Fields.integer(json, "stackLevel"),
        purpose(Fields.text(json, "chargingProfilePurpose")),
        ProfileFields.kind(json),
        Fields.textIfAny(json, "transactionId").or(() -> started),
        Fields.instantIfAny(json, "validFrom"),
        Fields.instantIfAny(json, "validTo"),
        ProfileFields.schedule(schedules.get(0)));
  }

  /** What ClearChargingProfile means: an id, or criteria. */
  static ProfileFilter toClear(JsonNode request) {
    OptionalInt id = Fields.integerIfAny(request, "chargingProfileId");
    JsonNode criteria = request.path("chargingProfileCriteria");
    return new ProfileFilter(
        id.isPresent() ? Set.of(id.getAsInt()) : Set.of(),
        Fields.integerIfAny(criteria, "evseId"),
        purposeIfAny(criteria),
        Fields.integerIfAny(criteria, "stackLevel"));
  }

  /** What GetChargingProfiles means. */
  static ProfileFilter toReport(JsonNode request) {
    JsonNode criterion = request.path("chargingProfile");
    Set<Integer> ids = new HashSet<>();
    criterion.path("chargingProfileId").forEach(id -> ids.add(id.asInt()));
    return new ProfileFilter(
        ids,
        Fields.integerIfAny(request, "evseId"),
        purposeIfAny(criterion),
        Fields.integerIfAny(criterion, "stackLevel"));
  }

  private static Optional<ProfilePurpose> purposeIfAny(JsonNode json) {
    return Fields.textIfAny(json, "chargingProfilePurpose").map(ProfileWords::purpose);
  }

  private static ProfilePurpose purpose(String name) {
    return switch (name) {
      case "ChargingStationMaxProfile" -> ProfilePurpose.STATION_MAX;
      case "TxDefaultProfile" -> ProfilePurpose.TX_DEFAULT;
      case "TxProfile" -> ProfilePurpose.TX;
      default -> throw new IllegalArgumentException("chargingProfilePurpose " + name);
    };
  }

  static ObjectNode write(ChargingProfile profile) {
    ObjectNode json =
        Json.object()
            .put("id", profile.id())
            .put("stackLevel", profile.stackLevel())
            .put("chargingProfilePurpose", word(profile.purpose()));
    putKind(json, profile.kind());
    profile.validFrom().ifPresent(from -> json.put("validFrom", from.toString()));
    profile.validTo().ifPresent(to -> json.put("validTo", to.toString()));
    profile.transactionId().ifPresent(id -> json.put("transactionId", id));
    json.putArray("chargingSchedule").add(write(profile.schedule()).put("id", profile.id()));
    return json;
  }

  private static String word(ProfilePurpose purpose) {
    return switch (purpose) {
      case STATION_MAX -> "ChargingStationMaxProfile";
      case TX_DEFAULT -> "TxDefaultProfile";
      case TX -> "TxProfile";
    };
  }

  private static void putKind(ObjectNode json, ProfileKind kind) {
    switch (kind) {
      case ABSOLUTE -> json.put("chargingProfileKind", "Absolute");
      case RELATIVE -> json.put("chargingProfileKind", "Relative");
      case DAILY -> json.put("chargingProfileKind", "Recurring").put("recurrencyKind", "Daily");
      case WEEKLY -> json.put("chargingProfileKind", "Recurring").put("recurrencyKind", "Weekly");
    }
  }

  private static ObjectNode write(ChargingSchedule schedule) {
    ObjectNode json = Json.object().put("chargingRateUnit", schedule.unit().name());
    schedule.start().ifPresent(start -> json.put("startSchedule", start.toString()));
    schedule.duration().ifPresent(duration -> json.put("duration", duration.toSeconds()));
    ArrayNode periods = json.putArray("chargingSchedulePeriod");
    for (SchedulePeriod period : schedule.periods()) {
      ObjectNode written =
          periods
              .addObject()
              .put("startPeriod", period.startSeconds())
              .put("limit", BigDecimal.valueOf(period.limitThousandths() / 100, 1));
      period.phases().ifPresent(phases -> written.put("numberPhases", phases));
    }
    return json;
  }
}
