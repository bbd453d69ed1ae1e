package dev.headroom.simulator.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.ConnectorStatus;
import dev.headroom.actors.profile.StackBounds;
import dev.headroom.simulator.ocpp.session.BootCause;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.Dialect;
import dev.headroom.simulator.ocpp.session.Intervals;
import dev.headroom.simulator.ocpp.session.OutletMeter;
import dev.headroom.simulator.ocpp.session.Sample;
import dev.headroom.simulator.ocpp.session.SampleContext;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.session.StationModel;
import dev.headroom.simulator.ocpp.session.TransactionTeller;
import dev.headroom.simulator.ocpp.wire.Frame;
import dev.headroom.simulator.ocpp.wire.Json;
import java.time.Instant;
import java.util.function.Consumer;

/** A station's words in OCPP 1.6. */
public final class Ocpp16 implements Dialect {

  private final ChargingStation station;
  private final StationModel model;
  private final Central central;
  private final Configuration configuration;
  private final Requests requests;

  public Ocpp16(
      ChargingStation station, StationModel model, Central central, StationControl control) {
    this.station = station;
    this.model = model;
    this.central = central;
    this.configuration =
        new Configuration(
            station.connectors().size(), StackBounds.ROOMY, StationModel.units(station));
    this.requests = new Requests(station, configuration, control);
  }

  @Override
  public ObjectNode boot(BootCause cause) {
    return Json.object()
        .put("chargePointVendor", model.vendor())
        .put("chargePointModel", model.name())
        .put("firmwareVersion", model.firmware());
  }

  @Override
  public void reportStation(Instant now) {
    sendStatus(0, word(ConnectorStatus.AVAILABLE), now);
  }

  @Override
  public String word(ConnectorStatus status) {
    return status.ocppName();
  }

  @Override
  public void reportStatus(int evse, Instant now) {
    sendStatus(evse, word(station.connector(evse).status()), now);
  }

  private void sendStatus(int connector, String status, Instant now) {
    central.call(
        "StatusNotification",
        Json.object()
            .put("connectorId", connector)
            .put("errorCode", "NoError")
            .put("status", status)
            .put("timestamp", now.toString()),
        answer -> {});
  }

  @Override
  public void authorize(int evse, Consumer<Boolean> accepted) {
    central.call(
        "Authorize",
        Json.object().put("idTag", idTag(evse)),
        answer -> accepted.accept(accepts(answer)));
  }

  static boolean accepts(JsonNode answer) {
    return "Accepted".equals(answer.path("idTagInfo").path("status").asText());
  }

  /** An idTag has 20 characters at most. */
  String idTag(int evse) {
    String name = "tag-" + station.connector(evse).evse().name();
    return name.substring(0, Math.min(20, name.length()));
  }

  @Override
  public void sample(int evse, Instant now, SampleContext context) {
    Connector connector = station.connector(evse);
    ObjectNode request = Json.object().put("connectorId", evse);
    connector
        .transaction()
        .flatMap(running -> running.id())
        .ifPresent(id -> request.put("transactionId", Integer.parseInt(id)));
    ObjectNode value = request.putArray("meterValue").addObject();
    value.put("timestamp", now.toString());
    ArrayNode samples = value.putArray("sampledValue");
    for (Sample each : OutletMeter.read(connector, station.telling(), configuration.measurands())) {
      ObjectNode sample =
          samples
              .addObject()
              .put("value", each.value().toPlainString())
              .put("context", context.ocppName())
              .put("format", "Raw")
              .put("measurand", each.measurand())
              .put("location", "Outlet")
              .put("unit", each.unit());
      each.phase().ifPresent(phase -> sample.put("phase", phase));
    }
    central.call("MeterValues", request, answer -> {});
  }

  @Override
  public TransactionTeller transactions(int evse, Runnable deauthorized) {
    return new Transactions(evse, this, station, central, deauthorized);
  }

  @Override
  public Intervals intervals() {
    return configuration;
  }

  @Override
  public Frame answer(Frame.Call call) {
    return requests.answer(call);
  }
}
