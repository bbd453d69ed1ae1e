package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Starts and stops of transactions, each taken once however often it is sent. */
final class TransactionDesk {

  private final Station station;
  private final TransactionIds ids;
  private final Outbox outbox;

  /** Transactions learned from meter values alone. */
  private final Set<String> adopted = new HashSet<>();

  TransactionDesk(Station station, TransactionIds ids, Outbox outbox) {
    this.station = station;
    this.ids = ids;
    this.outbox = outbox;
  }

  /** A connector that is in no site is refused: nobody would limit it. */
  StartTransaction.Conf start(StartTransaction.Req start, Instant now) {
    Optional<TrackedEvse> evse = station.evse(start.connectorId());
    if (evse.isEmpty()) {
      outbox.count(GatewayEvent.UNKNOWN_CONNECTOR);
      return answer(AuthorizationStatus.Invalid, ids.next());
    }
    Optional<OpenTransaction> before = station.transactions().begunBy(start);
    if (before.isPresent()) {
      outbox.count(GatewayEvent.REPEATED_TRANSACTION_MESSAGE);
      return answer(AuthorizationStatus.Accepted, Integer.parseInt(before.get().id()));
    }
    station.transactions().on(start.connectorId()).ifPresent(left -> supersede(left, now));
    int id = ids.next();
    OpenTransaction begun = station.transactions().begin(Integer.toString(id), start, now);
    evse.get().started(begun, now);
    outbox.add(new Effect.SessionStarted(evse.get().site(), evse.get().name(), begun));
    return answer(AuthorizationStatus.Accepted, id);
  }

  StopTransaction.Conf stop(StopTransaction.Req stop, Instant now) {
    String id = Integer.toString(stop.transactionId());
    boolean repeated = station.transactions().hasEnded(id);
    Optional<OpenTransaction> ended = station.transactions().end(id);
    ended
        .flatMap(transaction -> station.evse(transaction.evseId()))
        .ifPresent(evse -> evse.ended(now));
    if (repeated) {
      outbox.count(GatewayEvent.REPEATED_TRANSACTION_MESSAGE);
    } else {
      if (ended.isEmpty()) {
        outbox.count(GatewayEvent.UNKNOWN_TRANSACTION);
      }
      outbox.add(
          new Effect.SessionEnded(
              id,
              OptionalLong.of(stop.meterStop()),
              Optional.of(stop.timestamp()),
              now,
              stop.reason()));
    }
    return new StopTransaction.Conf(
        stop.idTag().map(tag -> IdTagInfo.of(AuthorizationStatus.Accepted)));
  }

  /** No vehicle is there: a transaction that was only guessed at is over. */
  void reported(TrackedEvse evse, ChargePointStatus status, Instant now) {
    if (status != ChargePointStatus.Available) {
      return;
    }
    station
        .transactions()
        .on(evse.evseId())
        .filter(guess -> adopted.remove(guess.id()))
        .ifPresent(
            guess -> {
              station.transactions().end(guess.id());
              evse.ended(now);
            });
  }

  /** Goes on with a transaction that only the charger remembers. */
  void adopt(String transactionId, TrackedEvse evse, Instant now) {
    OpenTransaction known =
        new OpenTransaction(
            transactionId, evse.evseId(), Optional.empty(), OptionalLong.empty(), now, now);
    station.transactions().resume(known);
    evse.resumed(known);
    adopted.add(transactionId);
    outbox.count(GatewayEvent.ADOPTED_TRANSACTION);
  }

  private void supersede(OpenTransaction left, Instant now) {
    station.transactions().end(left.id());
    outbox.count(GatewayEvent.SUPERSEDED_TRANSACTION);
    outbox.add(
        new Effect.SessionEnded(
            left.id(), OptionalLong.empty(), Optional.empty(), now, Optional.of("Superseded")));
  }

  private static StartTransaction.Conf answer(AuthorizationStatus status, int transactionId) {
    return new StartTransaction.Conf(IdTagInfo.of(status), transactionId);
  }
}
