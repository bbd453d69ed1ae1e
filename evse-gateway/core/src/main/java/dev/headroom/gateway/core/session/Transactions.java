package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.ocpp16.StartTransaction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The transactions of a station, one for each EVSE at most. Chargers repeat what they do not know
 * to have arrived, under new message ids: what has the same content is the same.
 */
final class Transactions {

  /** How many that have ended are remembered, to know their repeats. */
  private static final int REMEMBERED = 32;

  private final Map<Integer, OpenTransaction> open = new HashMap<>();
  private final Deque<OpenTransaction> ended = new ArrayDeque<>();

  void resume(OpenTransaction transaction) {
    open.put(transaction.evseId(), transaction);
  }

  Optional<OpenTransaction> on(int evseId) {
    return Optional.ofNullable(open.get(evseId));
  }

  /** The transaction that this start has begun before, open or not. */
  Optional<OpenTransaction> begunBy(StartTransaction.Req start) {
    return on(start.connectorId())
        .filter(transaction -> isSame(transaction, start))
        .or(() -> ended.stream().filter(transaction -> isSame(transaction, start)).findFirst());
  }

  OpenTransaction begin(String id, StartTransaction.Req start, Instant now) {
    OpenTransaction transaction =
        new OpenTransaction(
            id,
            start.connectorId(),
            Optional.of(start.idTag()),
            OptionalLong.of(start.meterStart()),
            start.timestamp(),
            now);
    resume(transaction);
    return transaction;
  }

  /** The open transaction with this id, which is then open no more. */
  Optional<OpenTransaction> end(String id) {
    Optional<OpenTransaction> found =
        open().stream().filter(transaction -> transaction.id().equals(id)).findFirst();
    found.ifPresent(
        transaction -> {
          open.remove(transaction.evseId());
          ended.addFirst(transaction);
          if (ended.size() > REMEMBERED) {
            ended.removeLast();
          }
        });
    return found;
  }

  boolean hasEnded(String id) {
    return ended.stream().anyMatch(transaction -> transaction.id().equals(id));
  }

  Collection<OpenTransaction> open() {
    return open.values();
  }

  private static boolean isSame(OpenTransaction transaction, StartTransaction.Req start) {
    return transaction.evseId() == start.connectorId()
        && transaction.idToken().equals(Optional.of(start.idTag()))
        && transaction.meterStartWattHours().equals(OptionalLong.of(start.meterStart()))
        && transaction.timestamp().equals(start.timestamp());
  }
}
