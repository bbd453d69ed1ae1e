package dev.headroom.simulator.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.SampleContext;
import dev.headroom.simulator.ocpp.session.StartCause;
import dev.headroom.simulator.ocpp.session.StopReason;
import dev.headroom.simulator.ocpp.session.TransactionTeller;
import dev.headroom.simulator.ocpp.wire.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Start- and StopTransaction, whose number the central system gives; MeterValues in between. */
final class Transactions implements TransactionTeller {

  /** A transaction as the station's own books have it. */
  private static final class Booked {
    private OptionalInt id = OptionalInt.empty();
  }

  private final int connector;
  private final Ocpp16 dialect;
  private final ChargingStation station;
  private final Central central;
  private final Runnable deauthorized;
  private Optional<Booked> current = Optional.empty();

  Transactions(
      int connector,
      Ocpp16 dialect,
      ChargingStation station,
      Central central,
      Runnable deauthorized) {
    this.connector = connector;
    this.dialect = dialect;
    this.station = station;
    this.central = central;
    this.deauthorized = deauthorized;
  }

  @Override
  public void started(StartCause cause, Instant now) {
    Booked open = new Booked();
    current = Optional.of(open);
    ObjectNode request =
        Json.object()
            .put("connectorId", connector)
            .put("idTag", dialect.idTag(connector))
            .put("meterStart", energyWattHours())
            .put("timestamp", now.toString());
    central.keep("StartTransaction", () -> Optional.of(request), answer -> named(open, answer));
  }

  private void named(Booked open, JsonNode answer) {
    int id = answer.path("transactionId").asInt();
    open.id = OptionalInt.of(id);
    if (current.equals(Optional.of(open))) {
      station.name(connector, Integer.toString(id));
      if (!Ocpp16.accepts(answer)) {
        deauthorized.run();
      }
    }
  }

  /** A status in 1.6, and no word of the transaction. */
  @Override
  public void stateChanged(Instant now) {}

  @Override
  public void sampled(Instant now) {
    if (central.registered() && current.filter(open -> open.id.isPresent()).isPresent()) {
      dialect.sample(connector, now, SampleContext.PERIODIC);
    }
  }

  /** Nobody can ask for it in 1.6. */
  @Override
  public void asked(Instant now) {}

  @Override
  public void ended(StopReason reason, Instant now) {
    current.ifPresent(
        open -> {
          ObjectNode request =
              Json.object()
                  .put("meterStop", energyWattHours())
                  .put("timestamp", now.toString())
                  .put("reason", word(reason));
          central.keep(
              "StopTransaction",
              () ->
                  open.id.isPresent()
                      ? Optional.of(request.put("transactionId", open.id.getAsInt()))
                      : Optional.empty(),
              answer -> {});
        });
    current = Optional.empty();
  }

  private static String word(StopReason reason) {
    return switch (reason) {
      case EV_DISCONNECTED -> "EVDisconnected";
      case DEAUTHORIZED -> "DeAuthorized";
      case REMOTE -> "Remote";
      case POWER_LOSS -> "PowerLoss";
      case HARD_RESET -> "HardReset";
      case SOFT_RESET -> "SoftReset";
    };
  }

  private long energyWattHours() {
    return station.connector(connector).energyWattHours();
  }
}
