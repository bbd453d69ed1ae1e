package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.ConnectorStatus;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.SampleContext;
import dev.headroom.simulator.ocpp.session.StartCause;
import dev.headroom.simulator.ocpp.session.StopReason;
import dev.headroom.simulator.ocpp.session.TransactionTeller;
import dev.headroom.simulator.ocpp.wire.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * TransactionEvents of one EVSE (OCPP 2.0.1 E). The station names its transactions and numbers
 * their events from 0; what happens while the link is down says so, and is told when it is back.
 */
final class Transactions implements TransactionTeller {

  private static final String ACTION = "TransactionEvent";

  private final int evse;
  private final Ocpp201 dialect;
  private final ChargingStation station;
  private final MeterWords meter;
  private final Central central;
  private final Runnable deauthorized;
  private String id = "";
  private int sequence;

  Transactions(
      int evse,
      Ocpp201 dialect,
      ChargingStation station,
      MeterWords meter,
      Central central,
      Runnable deauthorized) {
    this.evse = evse;
    this.dialect = dialect;
    this.station = station;
    this.meter = meter;
    this.central = central;
    this.deauthorized = deauthorized;
  }

  @Override
  public void started(StartCause cause, Instant now) {
    id = UUID.randomUUID().toString();
    sequence = 0;
    station.name(evse, id);
    String mine = id;
    ObjectNode event = event("Started", trigger(cause), now);
    if (cause instanceof StartCause.Remote(int remoteStartId)) {
      event.withObject("/transactionInfo").put("remoteStartId", remoteStartId);
    }
    event.set("idToken", dialect.idToken(evse));
    event.putObject("evse").put("id", evse).put("connectorId", Ocpp201.CONNECTOR);
    addSample(event, now, SampleContext.BEGIN);
    central.keep(ACTION, () -> Optional.of(event), answer -> judged(mine, answer));
  }

  private void judged(String transaction, JsonNode answer) {
    boolean refused = answer.has("idTokenInfo") && !Ocpp201.accepts(answer);
    if (refused && transaction.equals(id)) {
      deauthorized.run();
    }
  }

  @Override
  public void stateChanged(Instant now) {
    central.keepIfRoom(ACTION, event("Updated", "ChargingStateChanged", now));
  }

  @Override
  public void sampled(Instant now) {
    ObjectNode event = event("Updated", "MeterValuePeriodic", now);
    addSample(event, now, SampleContext.PERIODIC);
    if (event.has("meterValue")) {
      central.keepIfRoom(ACTION, event);
    } else {
      sequence--;
    }
  }

  @Override
  public void asked(Instant now) {
    ObjectNode event = event("Updated", "Trigger", now);
    addSample(event, now, SampleContext.TRIGGER);
    central.keepIfRoom(ACTION, event);
  }

  @Override
  public void ended(StopReason reason, Instant now) {
    ObjectNode event = event("Ended", trigger(reason), now);
    event.withObject("/transactionInfo").put("stoppedReason", word(reason));
    addSample(event, now, SampleContext.END);
    central.keep(ACTION, () -> Optional.of(event), answer -> {});
    id = "";
  }

  private ObjectNode event(String type, String trigger, Instant now) {
    ObjectNode event =
        Json.object()
            .put("eventType", type)
            .put("timestamp", now.toString())
            .put("triggerReason", trigger)
            .put("seqNo", sequence++)
            .put("offline", !central.registered());
    event
        .putObject("transactionInfo")
        .put("transactionId", id)
        .put("chargingState", chargingState(station.connector(evse).status()));
    return event;
  }

  private void addSample(ObjectNode event, Instant now, SampleContext context) {
    meter.read(evse, now, context).ifPresent(value -> event.putArray("meterValue").add(value));
  }

  private static String chargingState(ConnectorStatus status) {
    return switch (status) {
      case AVAILABLE -> "Idle";
      case PREPARING, FINISHING -> "EVConnected";
      case CHARGING -> "Charging";
      case SUSPENDED_EVSE -> "SuspendedEVSE";
      case SUSPENDED_EV -> "SuspendedEV";
    };
  }

  private static String trigger(StartCause cause) {
    return switch (cause) {
      case StartCause.Authorized authorized -> "Authorized";
      case StartCause.Remote remote -> "RemoteStart";
    };
  }

  private static String trigger(StopReason reason) {
    return switch (reason) {
      case EV_DISCONNECTED -> "EVCommunicationLost";
      case DEAUTHORIZED -> "Deauthorized";
      case REMOTE -> "RemoteStop";
      case POWER_LOSS -> "AbnormalCondition";
      case HARD_RESET, SOFT_RESET -> "ResetCommand";
    };
  }

  private static String word(StopReason reason) {
    return switch (reason) {
      case EV_DISCONNECTED -> "EVDisconnected";
      case DEAUTHORIZED -> "DeAuthorized";
      case REMOTE -> "Remote";
      case POWER_LOSS -> "PowerLoss";
      case HARD_RESET -> "ImmediateReset";
      case SOFT_RESET -> "Reboot";
    };
  }
}
