package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.ConnectorStatus;
import dev.headroom.actors.profile.StackBounds;
import dev.headroom.simulator.ocpp.session.BootCause;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.Dialect;
import dev.headroom.simulator.ocpp.session.Intervals;
import dev.headroom.simulator.ocpp.session.SampleContext;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.session.StationModel;
import dev.headroom.simulator.ocpp.session.TransactionTeller;
import dev.headroom.simulator.ocpp.wire.Frame;
import dev.headroom.simulator.ocpp.wire.Json;
import java.time.Instant;
import java.util.function.Consumer;

/** A station's words in OCPP 2.0.1. Each EVSE has one connector, number 1. */
public final class Ocpp201 implements Dialect {

  static final int CONNECTOR = 1;

  private final ChargingStation station;
  private final StationModel model;
  private final Central central;
  private final DeviceModel variables;
  private final MeterWords meter;
  private final Requests requests;

  public Ocpp201(
      ChargingStation station, StationModel model, Central central, StationControl control) {
    this.station = station;
    this.model = model;
    this.central = central;
    this.variables = new DeviceModel(station, StackBounds.ROOMY);
    this.meter = new MeterWords(station, variables);
    this.requests = new Requests(station, variables, central, control);
  }

  @Override
  public ObjectNode boot(BootCause cause) {
    ObjectNode boot = Json.object().put("reason", word(cause));
    boot.putObject("chargingStation")
        .put("model", model.name())
        .put("vendorName", model.vendor())
        .put("firmwareVersion", model.firmware());
    return boot;
  }

  private static String word(BootCause cause) {
    return switch (cause) {
      case POWER_UP -> "PowerUp";
      case RESET -> "RemoteReset";
      case TRIGGERED -> "Triggered";
    };
  }

  /** A status of the station as a whole is not reported in 2.0.1. */
  @Override
  public void reportStation(Instant now) {}

  @Override
  public String word(ConnectorStatus status) {
    return switch (status) {
      case AVAILABLE -> "Available";
      case PREPARING, CHARGING, SUSPENDED_EVSE, SUSPENDED_EV, FINISHING -> "Occupied";
    };
  }

  @Override
  public void reportStatus(int evse, Instant now) {
    central.call(
        "StatusNotification",
        Json.object()
            .put("timestamp", now.toString())
            .put("connectorStatus", word(station.connector(evse).status()))
            .put("evseId", evse)
            .put("connectorId", CONNECTOR),
        answer -> {});
  }

  @Override
  public void authorize(int evse, Consumer<Boolean> accepted) {
    ObjectNode request = Json.object();
    request.set("idToken", idToken(evse));
    central.call("Authorize", request, answer -> accepted.accept(accepts(answer)));
  }

  static boolean accepts(JsonNode answer) {
    return "Accepted".equals(answer.path("idTokenInfo").path("status").asText());
  }

  /** A token has 36 characters at most. */
  ObjectNode idToken(int evse) {
    String name = "tag-" + station.connector(evse).evse().name();
    return Json.object()
        .put("idToken", name.substring(0, Math.min(36, name.length())))
        .put("type", "Local");
  }

  @Override
  public void sample(int evse, Instant now, SampleContext context) {
    ObjectNode request = Json.object().put("evseId", evse);
    meter
        .read(evse, now, context)
        .ifPresent(
            value -> {
              request.putArray("meterValue").add(value);
              central.call("MeterValues", request, answer -> {});
            });
  }

  @Override
  public TransactionTeller transactions(int evse, Runnable deauthorized) {
    return new Transactions(evse, this, station, meter, central, deauthorized);
  }

  @Override
  public Intervals intervals() {
    return variables;
  }

  @Override
  public Frame answer(Frame.Call call) {
    return requests.answer(call);
  }
}
