package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.TransactionStart;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The transactions of a station, one for each EVSE at most. Chargers repeat what they do not know
 * to have arrived, under new message ids: what has the same id or content is the same.
 */
final class Transactions {

  /** How many that have ended, or that began offline, are remembered. */
  private static final int REMEMBERED = 32;

  private final Map<Integer, OpenTransaction> open = new HashMap<>();
  private final Deque<OpenTransaction> ended = new ArrayDeque<>();
  private final Deque<OpenTransaction> offline = new ArrayDeque<>();

  /** Of those that have ended, the ones whose stop was not seen. */
  private final Set<String> concluded = new HashSet<>();

  void resume(OpenTransaction transaction) {
    offline.removeIf(queued -> queued.id().equals(transaction.id()));
    open.put(transaction.evseId(), transaction);
  }

  /** It began while the charger was offline, and may have ended since. */
  void queued(OpenTransaction transaction) {
    remember(offline, transaction);
  }

  /** Those that began offline and may go on, the latest heard of first. */
  List<OpenTransaction> queued() {
    return List.copyOf(offline);
  }

  Optional<OpenTransaction> on(int evseId) {
    return Optional.ofNullable(open.get(evseId));
  }

  Optional<OpenTransaction> open(String id) {
    return withId(open.values().stream(), id);
  }

  Optional<OpenTransaction> begunOffline(String id) {
    return withId(offline.stream(), id);
  }

  Optional<OpenTransaction> ended(String id) {
    return withId(ended.stream(), id);
  }

  /** The transaction with this id, whatever became of it. */
  Optional<OpenTransaction> known(String id) {
    return open(id).or(() -> begunOffline(id)).or(() -> ended(id));
  }

  /** The transaction that this start has begun before, open or not. */
  Optional<OpenTransaction> begunBy(TransactionStart start) {
    return Stream.of(open.values(), ended, offline)
        .flatMap(Collection::stream)
        .filter(transaction -> isSame(transaction, start))
        .findFirst();
  }

  /** The transaction with this id, which then has ended; empty if none is under way. */
  Optional<OpenTransaction> end(String id) {
    Optional<OpenTransaction> found = open(id).or(() -> begunOffline(id));
    found.ifPresent(
        transaction -> {
          open.remove(transaction.evseId(), transaction);
          offline.remove(transaction);
          remember(ended, transaction);
          concluded.removeIf(concludedId -> !hasEnded(concludedId));
        });
    concluded.remove(id);
    return found;
  }

  /** Those of this EVSE that must be over if another began there at this time of its clock. */
  List<OpenTransaction> before(int evseId, Instant timestamp) {
    return Stream.of(open.values(), offline)
        .flatMap(Collection::stream)
        .filter(earlier -> earlier.evseId() == evseId && earlier.timestamp().isBefore(timestamp))
        .toList();
  }

  /** Those of this EVSE that began there after this time of its clock, open or not. */
  List<OpenTransaction> after(int evseId, Instant timestamp) {
    return Stream.of(open.values(), offline, ended)
        .flatMap(Collection::stream)
        .filter(later -> later.evseId() == evseId && later.timestamp().isAfter(timestamp))
        .toList();
  }

  /** It must have ended, though its stop was not seen: that may still come. */
  void conclude(String id) {
    end(id);
    concluded.add(id);
  }

  /** Whether its stop was seen. */
  boolean hasStopped(String id) {
    return hasEnded(id) && !concluded.contains(id);
  }

  boolean hasEnded(String id) {
    return ended(id).isPresent();
  }

  private static void remember(Deque<OpenTransaction> many, OpenTransaction transaction) {
    many.addFirst(transaction);
    if (many.size() > REMEMBERED) {
      many.removeLast();
    }
  }

  private static Optional<OpenTransaction> withId(Stream<OpenTransaction> many, String id) {
    return many.filter(transaction -> transaction.id().equals(id)).findFirst();
  }

  private static boolean isSame(OpenTransaction transaction, TransactionStart start) {
    if (start.id().isPresent()) {
      return start.id().get().equals(transaction.id());
    }
    return transaction.evseId() == start.evseId()
        && transaction.idToken().equals(start.idToken())
        && transaction.meterStartWattHours().equals(start.meterStartWattHours())
        && transaction.timestamp().equals(start.timestamp());
  }
}
