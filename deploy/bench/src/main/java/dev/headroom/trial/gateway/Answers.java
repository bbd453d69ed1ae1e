package dev.headroom.trial.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a charger answers when it is called, and what it keeps of it. */
final class Answers {

  private static final Map<String, String> KEYS =
      Map.of(
          "ChargeProfileMaxStackLevel", "8",
          "ChargingScheduleAllowedChargingRateUnit", "Current",
          "ChargingScheduleMaxPeriods", "24",
          "MaxChargingProfilesInstalled", "10");

  private boolean holdsBase;
  private Optional<Followed> followed = Optional.empty();

  /** Whether it was given a base profile since its line opened. */
  boolean holdsBase() {
    return holdsBase;
  }

  /** The last limit of a transaction it was given. */
  Optional<Followed> followed() {
    return followed;
  }

  void lost() {
    holdsBase = false;
  }

  /** The payload of the answer, or nothing if the charger does not know this action. */
  Optional<JsonNode> to(String action, JsonNode request, Instant now) {
    return Optional.ofNullable(
        switch (action) {
          case "GetConfiguration" -> configuration(request);
          case "ChangeConfiguration", "TriggerMessage", "ClearChargingProfile" -> accepted();
          case "SetChargingProfile" -> install(request.path("csChargingProfiles"), now);
          case "GetCompositeSchedule" ->
              followed
                  .map(limit -> limit.composite(request.path("duration").asInt(), now))
                  .orElseGet(() -> object().put("status", "Rejected"));
          default -> null;
        });
  }

  private JsonNode install(JsonNode profile, Instant now) {
    switch (profile.path("chargingProfilePurpose").asText()) {
      case "TxDefaultProfile" -> holdsBase = true;
      case "TxProfile" -> followed = Optional.of(new Followed(profile, now));
      default -> {}
    }
    return accepted();
  }

  private static JsonNode configuration(JsonNode request) {
    ObjectNode answer = object();
    ArrayNode known = answer.putArray("configurationKey");
    for (JsonNode key : request.path("key")) {
      String value = KEYS.get(key.asText());
      if (value != null) {
        known.addObject().put("key", key.asText()).put("readonly", true).put("value", value);
      }
    }
    return answer;
  }

  private static ObjectNode accepted() {
    return object().put("status", "Accepted");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
