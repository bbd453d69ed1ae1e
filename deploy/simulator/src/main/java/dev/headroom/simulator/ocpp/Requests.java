package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.LimitFrom;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Answers the central system's requests; whatever it does not know is NotImplemented. */
final class Requests {

  /** What a request sets going besides its answer. */
  interface Consequences {
    void liveLimitAccepted(int connector);

    boolean trigger(String message, JsonNode request);

    boolean remoteStop(int transactionId);

    void reset(String type);
  }

  private final ChargingStation station;
  private final Configuration configuration;
  private final Consequences consequences;

  Requests(ChargingStation station, Configuration configuration, Consequences consequences) {
    this.station = station;
    this.configuration = configuration;
    this.consequences = consequences;
  }

  Frame answer(Frame.Call call) {
    try {
      return result(call);
    } catch (IllegalArgumentException | ArithmeticException e) {
      String why = String.valueOf(e.getMessage());
      return new Frame.Fault(call.id(), "PropertyConstraintViolation", why);
    }
  }

  private Frame result(Frame.Call call) {
    JsonNode request = call.payload();
    return switch (call.action()) {
      case "GetConfiguration" -> new Frame.Result(call.id(), getConfiguration(request));
      case "ChangeConfiguration" -> status(call, changeConfiguration(request));
      case "SetChargingProfile" -> status(call, setChargingProfile(request));
      case "ClearChargingProfile" ->
          status(call, station.clear(ProfileReader.filter(request)) > 0 ? "Accepted" : "Unknown");
      case "GetCompositeSchedule" -> new Frame.Result(call.id(), compositeSchedule(request));
      case "TriggerMessage" ->
          status(
              call,
              consequences.trigger(ProfileReader.text(request, "requestedMessage"), request)
                  ? "Accepted"
                  : "NotImplemented");
      case "RemoteStopTransaction" ->
          status(
              call,
              consequences.remoteStop(ProfileReader.integer(request, "transactionId"))
                  ? "Accepted"
                  : "Rejected");
      case "Reset" -> {
        consequences.reset(ProfileReader.text(request, "type"));
        yield status(call, "Accepted");
      }
      default ->
          new Frame.Fault(call.id(), "NotImplemented", call.action() + " is not implemented");
    };
  }

  private static Frame status(Frame.Call call, String status) {
    return new Frame.Result(call.id(), Json.object().put("status", status));
  }

  private ObjectNode getConfiguration(JsonNode request) {
    ObjectNode answer = Json.object();
    ArrayNode known = answer.putArray("configurationKey");
    ArrayNode unknown = Json.array();
    if (request.path("key").isEmpty()) {
      configuration.keys().forEach((key, readOnly) -> addKey(known, key, readOnly));
      return answer;
    }
    for (JsonNode wanted : request.path("key")) {
      String key = wanted.asText();
      Boolean readOnly = configuration.keys().get(key);
      if (readOnly == null) {
        unknown.add(key);
      } else {
        addKey(known, key, readOnly);
      }
    }
    if (!unknown.isEmpty()) {
      answer.set("unknownKey", unknown);
    }
    return answer;
  }

  private void addKey(ArrayNode known, String key, boolean readOnly) {
    known
        .addObject()
        .put("key", key)
        .put("readonly", readOnly)
        .put("value", configuration.value(key));
  }

  private String changeConfiguration(JsonNode request) {
    return configuration
        .change(ProfileReader.text(request, "key"), ProfileReader.text(request, "value"))
        .ocppName();
  }

  private String setChargingProfile(JsonNode request) {
    int connector = ProfileReader.integer(request, "connectorId");
    ChargingProfile profile = ProfileReader.profile(request.path("csChargingProfiles"));
    return switch (station.install(connector, profile)) {
      case Installation.Accepted accepted -> {
        if (profile.purpose() == ProfilePurpose.TX) {
          consequences.liveLimitAccepted(connector);
        }
        yield "Accepted";
      }
      case Installation.Rejected rejected -> {
        System.getLogger(Requests.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "{0} rejects a profile: {1}",
                station.id(),
                rejected.reason());
        yield "Rejected";
      }
    };
  }

  private ObjectNode compositeSchedule(JsonNode request) {
    int connector = ProfileReader.integer(request, "connectorId");
    int seconds = ProfileReader.integer(request, "duration");
    if (connector == 0) {
      return Json.object().put("status", "Rejected");
    }
    boolean inWatts = "W".equals(request.path("chargingRateUnit").asText());
    Connector at = station.connector(connector);
    List<LimitFrom> limits = station.compositeSchedule(connector, Duration.ofSeconds(seconds));
    ObjectNode answer =
        Json.object()
            .put("status", "Accepted")
            .put("connectorId", connector)
            .put("scheduleStart", station.now().toString());
    ObjectNode schedule = answer.putObject("chargingSchedule").put("duration", seconds);
    schedule.put("startSchedule", station.now().toString());
    schedule.put("chargingRateUnit", inWatts ? "W" : "A");
    ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
    for (LimitFrom limit : limits) {
      Wiring wiring = at.evse().wiring();
      long thousandths =
          inWatts
              ? wiring.watts(limit.limitMilliamps(), at.supply()) * 1000
              : limit.limitMilliamps();
      periods
          .addObject()
          .put("startPeriod", limit.startSeconds())
          .put("limit", BigDecimal.valueOf(thousandths, 3).setScale(1, RoundingMode.FLOOR));
    }
    return answer;
  }
}
