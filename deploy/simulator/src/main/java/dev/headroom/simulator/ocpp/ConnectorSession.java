package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.ConnectorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One connector's messages: status, authorization, transaction, meter values. */
final class ConnectorSession {

  /** A transaction as the station's own books have it. */
  private static final class Booked {
    private OptionalInt id = OptionalInt.empty();
    private Instant nextSample;

    Booked(Instant nextSample) {
      this.nextSample = nextSample;
    }
  }

  private final int number;
  private final ChargingStation station;
  private final Configuration configuration;
  private final Central central;
  private final MeterValuesWriter meterValues;
  private Optional<ConnectorStatus> reported = Optional.empty();
  private Optional<Booked> booked = Optional.empty();
  private boolean asked;

  ConnectorSession(
      int number, ChargingStation station, Configuration configuration, Central central) {
    this.number = number;
    this.station = station;
    this.configuration = configuration;
    this.central = central;
    this.meterValues = new MeterValuesWriter(configuration);
  }

  /** Looks what there is to say now. */
  void tick(Instant now) {
    if (central.registered() && !reported.equals(Optional.of(connector().status()))) {
      reportStatus(now);
    }
    if (connector().vehicle().isPresent() && booked.isEmpty() && !asked) {
      ask();
    }
    booked.ifPresent(open -> sampleIfDue(open, now));
  }

  private void ask() {
    if (central.registered()) {
      asked = true;
      central.call("Authorize", Json.object().put("idTag", idTag()), this::authorized);
    } else if (central.everRegistered()) {
      asked = true;
      start();
    }
  }

  private void authorized(JsonNode answer) {
    boolean accepted = "Accepted".equals(answer.path("idTagInfo").path("status").asText());
    if (accepted && connector().vehicle().isPresent() && booked.isEmpty()) {
      start();
    }
  }

  private void start() {
    station.begin(number);
    Instant now = station.now();
    Booked open = new Booked(now.plus(configuration.sampleInterval()));
    booked = Optional.of(open);
    ObjectNode request =
        Json.object()
            .put("connectorId", number)
            .put("idTag", idTag())
            .put("meterStart", connector().energyWattHours())
            .put("timestamp", now.toString());
    central.keep("StartTransaction", () -> Optional.of(request), answer -> started(open, answer));
  }

  private void started(Booked open, JsonNode answer) {
    open.id = OptionalInt.of(answer.path("transactionId").asInt());
    if (booked.equals(Optional.of(open))) {
      station.name(number, open.id.getAsInt());
      if (!"Accepted".equals(answer.path("idTagInfo").path("status").asText())) {
        stop("DeAuthorized");
      }
    }
  }

  /** Ends the transaction, if there is one, for a reason that OCPP knows. */
  void stop(String reason) {
    booked.ifPresent(
        open -> {
          ObjectNode request =
              Json.object()
                  .put("meterStop", connector().energyWattHours())
                  .put("timestamp", station.now().toString())
                  .put("reason", reason);
          central.keep(
              "StopTransaction",
              () ->
                  open.id.isPresent()
                      ? Optional.of(request.put("transactionId", open.id.getAsInt()))
                      : Optional.empty(),
              answer -> {});
          booked = Optional.empty();
          station.end(number);
        });
  }

  void unplug() {
    stop("EVDisconnected");
    station.unplug(number);
    asked = false;
  }

  /** What was going on is forgotten; the vehicle is still there and starts anew. */
  void rebooted() {
    asked = false;
    reported = Optional.empty();
  }

  void linkLost() {
    reported = Optional.empty();
    if (booked.isEmpty()) {
      asked = false;
    }
  }

  boolean runs(int transactionId) {
    return booked.filter(open -> open.id.equals(OptionalInt.of(transactionId))).isPresent();
  }

  void reportStatus(Instant now) {
    ConnectorStatus status = connector().status();
    reported = Optional.of(status);
    central.call(
        "StatusNotification",
        Json.object()
            .put("connectorId", number)
            .put("errorCode", "NoError")
            .put("status", status.ocppName())
            .put("timestamp", now.toString()),
        answer -> {});
  }

  void sample(Instant now, String context) {
    central.call(
        "MeterValues", meterValues.request(number, connector(), now, context), answer -> {});
  }

  private void sampleIfDue(Booked open, Instant now) {
    Duration interval = configuration.sampleInterval();
    Instant soonest = now.plus(interval);
    if (soonest.isBefore(open.nextSample)) {
      open.nextSample = soonest;
    }
    if (interval.isZero() || now.isBefore(open.nextSample)) {
      return;
    }
    open.nextSample = soonest;
    if (central.registered() && open.id.isPresent()) {
      sample(now, "Sample.Periodic");
    }
  }

  private String idTag() {
    String name = "tag-" + connector().evse().name();
    return name.substring(0, Math.min(20, name.length()));
  }

  private Connector connector() {
    return station.connector(number);
  }
}
