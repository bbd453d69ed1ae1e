package dev.headroom.trial.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The last limit of a transaction that a charger was given, and what it says of its schedule. */
final class Followed {

  private final JsonNode schedule;
  private final Instant since;

  Followed(JsonNode profile, Instant since) {
    this.schedule = profile.path("chargingSchedule");
    this.since = since;
  }

  /** What it may draw first (milliamperes). */
  int milliamps() {
    double amperes = schedule.path("chargingSchedulePeriod").path(0).path("limit").asDouble();
    return (int) Math.round(amperes * 1000);
  }

  /** The answer to GetCompositeSchedule: the periods as they lie from now on. */
  ObjectNode composite(int seconds, Instant now) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", "Accepted").put("connectorId", 1).put("scheduleStart", now.toString());
    ObjectNode told = answer.putObject("chargingSchedule");
    told.put("duration", seconds).put("chargingRateUnit", "A");
    ArrayNode periods = told.putArray("chargingSchedulePeriod");
    long passed = now.getEpochSecond() - since.getEpochSecond();
    for (JsonNode period : schedule.path("chargingSchedulePeriod")) {
      long start = period.path("startPeriod").asLong() - passed;
      if (start <= 0) {
        periods.removeAll();
      }
      if (start < seconds) {
        periods
            .addObject()
            .put("startPeriod", Math.max(0, start))
            .put("limit", period.path("limit").asDouble());
      }
    }
    return answer;
  }
}
