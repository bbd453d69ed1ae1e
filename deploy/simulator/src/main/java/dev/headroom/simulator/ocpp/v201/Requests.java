package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.wire.Frame;
import dev.headroom.simulator.ocpp.wire.Json;
import java.util.Optional;

/** Answers the central system's requests; whatever it does not know is NotImplemented. */
final class Requests {

  private final VariableRequests variables;
  private final ProfileRequests profiles;
  private final RemoteRequests remote;

  Requests(ChargingStation station, DeviceModel model, Central central, StationControl control) {
    this.variables = new VariableRequests(model, central, control, station::now);
    this.profiles = new ProfileRequests(station, central, control);
    this.remote = new RemoteRequests(station, control);
  }

  Frame answer(Frame.Call call) {
    try {
      return payload(call)
          .<Frame>map(payload -> new Frame.Result(call.id(), payload))
          .orElseGet(
              () ->
                  new Frame.Fault(
                      call.id(), "NotImplemented", call.action() + " is not implemented"));
    } catch (IllegalArgumentException | ArithmeticException e) {
      String why = String.valueOf(e.getMessage());
      return new Frame.Fault(call.id(), "PropertyConstraintViolation", why);
    }
  }

  private Optional<ObjectNode> payload(Frame.Call call) {
    JsonNode request = call.payload();
    return switch (call.action()) {
      case "GetVariables" -> Optional.of(variables.get(request));
      case "SetVariables" -> Optional.of(variables.set(request));
      case "GetBaseReport" -> status(variables.baseReport(request));
      case "GetReport" -> status(variables.report(request));
      case "SetChargingProfile" -> Optional.of(profiles.set(request));
      case "ClearChargingProfile" -> status(profiles.clear(request));
      case "GetChargingProfiles" -> status(profiles.get(request));
      case "GetCompositeSchedule" -> Optional.of(profiles.composite(request));
      case "RequestStartTransaction" -> status(remote.start(request));
      case "RequestStopTransaction" -> status(remote.stop(request));
      case "Reset" -> status(remote.reset(request));
      case "TriggerMessage" -> status(remote.trigger(request));
      default -> Optional.empty();
    };
  }

  private static Optional<ObjectNode> status(String status) {
    return Optional.of(Json.object().put("status", status));
  }
}
