package dev.headroom.simulator.ocpp.session;

import dev.headroom.actors.charger.ChargingStation;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a central system orders in words that all versions share. Done once the request has been
 * answered; each answer is a status of the specifications.
 */
public record RemoteOrders(ChargingStation station, StationControl control) {

  private static final String ACCEPTED = "Accepted";
  private static final String REJECTED = "Rejected";

  private static final Map<String, BiConsumer<ConnectorSession, Instant>> OF_EACH_EVSE =
      Map.of(
          "StatusNotification", ConnectorSession::reportStatus,
          "MeterValues", ConnectorSession::sample);

  /** Stops the transaction with this id. */
  public String stop(String transactionId) {
    Optional<ConnectorSession> running = control.running(transactionId);
    running.ifPresent(session -> control.afterAnswer(() -> session.stop(StopReason.REMOTE)));
    return running.isPresent() ? ACCEPTED : REJECTED;
  }

  /**
   * Says something now that is otherwise said in its time.
   *
   * @param evse 0 for all
   * @param more what a version lets be said of an EVSE beyond what all do
   */
  public String trigger(
      String message, int evse, Map<String, BiConsumer<ConnectorSession, Instant>> more) {
    Collection<ConnectorSession> concerned = control.sessions(evse);
    if (concerned.isEmpty()) {
      return REJECTED;
    }
    switch (message) {
      case "BootNotification" -> control.afterAnswer(control::boot);
      case "Heartbeat" -> control.afterAnswer(control::heartbeat);
      default -> {
        BiConsumer<ConnectorSession, Instant> said =
            OF_EACH_EVSE.getOrDefault(message, more.get(message));
        if (said == null) {
          return "NotImplemented";
        }
        control.afterAnswer(() -> concerned.forEach(each -> said.accept(each, station.now())));
      }
    }
    return ACCEPTED;
  }
}
