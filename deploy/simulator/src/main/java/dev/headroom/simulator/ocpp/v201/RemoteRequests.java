package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.simulator.ocpp.session.ConnectorSession;
import dev.headroom.simulator.ocpp.session.RemoteOrders;
import dev.headroom.simulator.ocpp.session.StartCause;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.session.StopReason;
import dev.headroom.simulator.ocpp.wire.Fields;
import java.util.Map;
import java.util.Optional;

/** What the central system makes a station do: start, stop, reset, say (F, B11, B12). */
final class RemoteRequests {

  private final ChargingStation station;
  private final StationControl control;
  private final RemoteOrders orders;

  RemoteRequests(ChargingStation station, StationControl control) {
    this.station = station;
    this.control = control;
    this.orders = new RemoteOrders(station, control);
  }

  /** Accepted where a vehicle waits; it brings its transaction's profile along (K05). */
  String start(JsonNode request) {
    int evse = Fields.integerIfAny(request, "evseId").orElse(0);
    int id = Fields.integer(request, "remoteStartId");
    Optional<ConnectorSession> waiting =
        control.sessions(evse).stream().filter(ConnectorSession::canStart).findFirst();
    Optional<ChargingProfile> profile =
        request.has("chargingProfile")
            ? Optional.of(ProfileWords.read(request.path("chargingProfile"), Optional.empty()))
            : Optional.empty();
    boolean otherPurpose = profile.filter(each -> each.purpose() != ProfilePurpose.TX).isPresent();
    if (waiting.isEmpty() || otherPurpose || (profile.isPresent() && evse == 0)) {
      return "Rejected";
    }
    control.afterAnswer(
        () -> {
          if (waiting.get().canStart()) {
            waiting.get().start(new StartCause.Remote(id));
            profile.ifPresent(each -> install(evse, request));
          }
        });
    return "Accepted";
  }

  private void install(int evse, JsonNode request) {
    Optional<String> transaction =
        station.connector(evse).transaction().flatMap(running -> running.id());
    station.install(evse, ProfileWords.read(request.path("chargingProfile"), transaction));
  }

  String stop(JsonNode request) {
    return orders.stop(Fields.text(request, "transactionId"));
  }

  String reset(JsonNode request) {
    if (request.has("evseId")) {
      return "Rejected";
    }
    if (Fields.text(request, "type").equals("Immediate")) {
      control.reset(StopReason.HARD_RESET);
      return "Accepted";
    }
    boolean idle = control.sessions(0).stream().noneMatch(ConnectorSession::running);
    control.resetWhenIdle();
    return idle ? "Accepted" : "Scheduled";
  }

  String trigger(JsonNode request) {
    int evse = Fields.integerIfAny(request.path("evse"), "id").orElse(0);
    return orders.trigger(
        Fields.text(request, "requestedMessage"),
        evse,
        Map.of("TransactionEvent", ConnectorSession::retell));
  }
}
