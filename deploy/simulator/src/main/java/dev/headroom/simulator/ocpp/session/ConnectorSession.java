package dev.headroom.simulator.ocpp.session;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.ConnectorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When there is something to say of an EVSE: status, authorization, transaction, samples. */
public final class ConnectorSession {

  private final int number;
  private final ChargingStation station;
  private final Dialect dialect;
  private final Central central;
  private final TransactionTeller transactions;
  private Optional<String> reported = Optional.empty();
  private Optional<ConnectorStatus> told = Optional.empty();
  private Instant nextSample = Instant.MIN;
  private boolean asked;

  public ConnectorSession(int number, ChargingStation station, Dialect dialect, Central central) {
    this.number = number;
    this.station = station;
    this.dialect = dialect;
    this.central = central;
    this.transactions = dialect.transactions(number, () -> stop(StopReason.DEAUTHORIZED));
  }

  /** Looks what there is to say now. */
  public void tick(Instant now) {
    if (central.registered() && !reported.equals(Optional.of(word()))) {
      reportStatus(now);
    }
    if (connector().vehicle().isPresent() && !running() && !asked) {
      ask();
    }
    if (running()) {
      tellOfTransaction(now);
    }
  }

  private void ask() {
    if (central.registered()) {
      asked = true;
      dialect.authorize(number, this::authorized);
    } else if (central.everRegistered()) {
      asked = true;
      start(new StartCause.Authorized());
    }
  }

  private void authorized(boolean accepted) {
    if (accepted && canStart()) {
      start(new StartCause.Authorized());
    }
  }

  /** Whether a vehicle is there without a transaction. */
  public boolean canStart() {
    return connector().vehicle().isPresent() && !running();
  }

  /** Begins a transaction; only where it {@link #canStart}. */
  public void start(StartCause cause) {
    asked = true;
    station.begin(number);
    Instant now = station.now();
    nextSample = now.plus(dialect.intervals().sample());
    told = Optional.of(connector().status());
    transactions.started(cause, now);
  }

  /** Ends the transaction, if there is one. */
  public void stop(StopReason reason) {
    if (running()) {
      transactions.ended(reason, station.now());
      station.end(number);
    }
  }

  private void tellOfTransaction(Instant now) {
    Optional<ConnectorStatus> status = Optional.of(connector().status());
    if (!status.equals(told)) {
      told = status;
      transactions.stateChanged(now);
    }
    Duration interval = dialect.intervals().sample();
    Instant soonest = now.plus(interval);
    if (soonest.isBefore(nextSample)) {
      nextSample = soonest;
    }
    if (!interval.isZero() && !now.isBefore(nextSample)) {
      nextSample = soonest;
      transactions.sampled(now);
    }
  }

  /** The cable is pulled. */
  public void unplug() {
    stop(StopReason.EV_DISCONNECTED);
    station.unplug(number);
    asked = false;
  }

  /** What was going on is forgotten; the vehicle is still there and starts anew. */
  public void rebooted() {
    asked = false;
    reported = Optional.empty();
  }

  /** What is reported is reported once more when the link is back. */
  public void linkLost() {
    reported = Optional.empty();
    if (!running()) {
      asked = false;
    }
  }

  /** Whether a transaction of this id runs here. */
  public boolean runs(String transactionId) {
    return connector()
        .transaction()
        .filter(running -> running.id().equals(Optional.of(transactionId)))
        .isPresent();
  }

  public boolean running() {
    return connector().transaction().isPresent();
  }

  /** Says how the connector is, changed or not. */
  public void reportStatus(Instant now) {
    reported = Optional.of(word());
    dialect.reportStatus(number, now);
  }

  /** Says what its meter shows, because somebody asked. */
  public void sample(Instant now) {
    dialect.sample(number, now, SampleContext.TRIGGER);
  }

  /** Says once more how its transaction is. */
  public void retell(Instant now) {
    if (running()) {
      transactions.asked(now);
    }
  }

  private String word() {
    return dialect.word(connector().status());
  }

  private Connector connector() {
    return station.connector(number);
  }
}
