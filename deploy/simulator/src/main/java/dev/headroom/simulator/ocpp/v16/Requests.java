package dev.headroom.simulator.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.simulator.ocpp.session.RemoteOrders;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.session.StopReason;
import dev.headroom.simulator.ocpp.wire.Fields;
import dev.headroom.simulator.ocpp.wire.Frame;
import dev.headroom.simulator.ocpp.wire.Json;
import java.util.Map;

/** Answers the central system's requests; whatever it does not know is NotImplemented. */
final class Requests {

  private final Configuration configuration;
  private final StationControl control;
  private final RemoteOrders orders;
  private final ProfileRequests profiles;

  Requests(ChargingStation station, Configuration configuration, StationControl control) {
    this.configuration = configuration;
    this.control = control;
    this.orders = new RemoteOrders(station, control);
    this.profiles = new ProfileRequests(station, control);
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
      case "SetChargingProfile" -> status(call, profiles.set(request));
      case "ClearChargingProfile" -> status(call, profiles.clear(request));
      case "GetCompositeSchedule" -> new Frame.Result(call.id(), profiles.composite(request));
      case "TriggerMessage" -> status(call, trigger(request));
      case "RemoteStopTransaction" -> status(call, remoteStop(request));
      case "Reset" -> {
        control.reset(
            Fields.text(request, "type").equals("Hard")
                ? StopReason.HARD_RESET
                : StopReason.SOFT_RESET);
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
        .change(Fields.text(request, "key"), Fields.text(request, "value"))
        .ocppName();
  }

  private String trigger(JsonNode request) {
    int connector = Fields.integerIfAny(request, "connectorId").orElse(0);
    return orders.trigger(Fields.text(request, "requestedMessage"), connector, Map.of());
  }

  private String remoteStop(JsonNode request) {
    return orders.stop(Integer.toString(Fields.integer(request, "transactionId")));
  }
}
