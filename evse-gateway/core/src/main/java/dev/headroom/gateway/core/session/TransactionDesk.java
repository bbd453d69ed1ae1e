package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.dialect.Admission;
import dev.headroom.gateway.core.dialect.ChargerClock;
import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.dialect.TransactionEnd;
import dev.headroom.gateway.core.dialect.TransactionStart;
import dev.headroom.gateway.core.metric.GatewayEvent;
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
  private final Replay replay = new Replay();

  /** Transactions whose beginning nobody told. */
  private final Set<String> adopted = new HashSet<>();

  TransactionDesk(Station station, TransactionIds ids, Outbox outbox) {
    this.station = station;
    this.ids = ids;
    this.outbox = outbox;
  }

  /** An EVSE that is in no site is refused: nobody would limit it. */
  Admission start(TransactionStart start, Instant now) {
    Optional<TrackedEvse> evse = station.evse(start.evseId());
    if (evse.isEmpty()) {
      outbox.count(GatewayEvent.UNKNOWN_CONNECTOR);
      return new Admission(false, idOf(start));
    }
    Optional<OpenTransaction> before = station.transactions().begunBy(start);
    if (before.isPresent()) {
      outbox.count(GatewayEvent.REPEATED_TRANSACTION_MESSAGE);
      return new Admission(true, before.get().id());
    }
    OpenTransaction begun =
        new OpenTransaction(
            idOf(start),
            start.evseId(),
            start.idToken(),
            start.meterStartWattHours(),
            start.timestamp(),
            start.live() || start.timestamp().isAfter(now) ? now : start.timestamp());
    station
        .transactions()
        .before(start.evseId(), start.timestamp())
        .forEach(it -> conclude(it, now));
    if (start.live()) {
      take(begun, now);
      evse.get().started(begun, now);
    } else {
      station.transactions().queued(begun);
      replay.began(begun.id(), now);
    }
    outbox.add(new Effect.SessionStarted(evse.get().site(), evse.get().name(), begun));
    return new Admission(true, begun.id());
  }

  /** Whether another is known to have begun at its EVSE since; a guess or a wrong clock is none. */
  private boolean isFollowed(OpenTransaction begun, Instant now) {
    return station.transactions().after(begun.evseId(), begun.timestamp()).stream()
        .anyMatch(later -> !adopted.contains(later.id()) && !later.timestamp().isAfter(now));
  }

  void end(TransactionEnd end, Instant now) {
    boolean repeated = station.transactions().hasStopped(end.id());
    boolean late = toldLate(end.timestamp(), now);
    Optional<OpenTransaction> ended = station.transactions().end(end.id());
    ended
        .flatMap(transaction -> station.evse(transaction.evseId()))
        .filter(evse -> evse.isIn(end.id()))
        .ifPresent(evse -> evse.ended(now));
    if (repeated) {
      outbox.count(GatewayEvent.REPEATED_TRANSACTION_MESSAGE);
      return;
    }
    if (ended.isEmpty()) {
      outbox.count(GatewayEvent.UNKNOWN_TRANSACTION);
    }
    outbox.add(
        new Effect.SessionEnded(
            end.id(),
            end.meterStopWattHours(),
            Optional.of(end.timestamp()),
            late ? end.timestamp() : now,
            end.reason()));
  }

  /** Whether this comes from the charger's offline queue, which then goes on. */
  boolean toldLate(Instant timestamp, Instant now) {
    boolean late = ChargerClock.isLate(timestamp, now);
    if (late) {
      replay.goesOn(now);
    }
    return late;
  }

  /**
   * Takes up what began offline and was not stopped once the queue is through, unless no vehicle is
   * there or something began at the EVSE since, whether that goes on or not.
   */
  void settle(Instant now) {
    for (OpenTransaction queued : station.transactions().queued()) {
      Optional<TrackedEvse> evse =
          station.evse(queued.evseId()).filter(TrackedEvse::mayBeInTransaction);
      boolean free = station.transactions().on(queued.evseId()).isEmpty();
      boolean due = replay.isOver(queued.id(), now) && !isFollowed(queued, now);
      if (free && evse.isPresent() && due) {
        take(queued, now);
        evse.get().resumed(queued);
      }
    }
    replay.forgetAllBut(station.transactions().queued());
  }

  /**
   * The charger says at this moment that a transaction goes on.
   *
   * @return the EVSE it is on; empty if nobody knows
   */
  Optional<Integer> goesOn(String id, Optional<Integer> stated, Instant now) {
    Transactions known = station.transactions();
    Optional<OpenTransaction> open = known.open(id).or(() -> known.ended(id));
    if (open.isPresent()) {
      return open.map(OpenTransaction::evseId);
    }
    Optional<OpenTransaction> queued = known.begunOffline(id);
    Optional<TrackedEvse> evse =
        queued.map(OpenTransaction::evseId).or(() -> stated).flatMap(station::evse);
    if (evse.isEmpty()) {
      outbox.count(GatewayEvent.UNKNOWN_TRANSACTION);
    } else if (queued.isPresent()) {
      take(queued.get(), now);
      evse.get().resumed(queued.get());
    } else {
      adopt(id, evse.get(), now);
    }
    return evse.map(TrackedEvse::evseId);
  }

  /** No vehicle is there: a transaction that was only guessed at is over. */
  void reported(TrackedEvse evse, Occupancy occupancy, Instant now) {
    if (occupancy != Occupancy.FREE) {
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
  private void adopt(String transactionId, TrackedEvse evse, Instant now) {
    OpenTransaction known =
        new OpenTransaction(
            transactionId, evse.evseId(), Optional.empty(), OptionalLong.empty(), now, now);
    take(known, now);
    evse.resumed(known);
    adopted.add(transactionId);
    outbox.count(GatewayEvent.ADOPTED_TRANSACTION);
  }

  private void take(OpenTransaction begun, Instant now) {
    station.transactions().on(begun.evseId()).ifPresent(left -> conclude(left, now));
    station.transactions().resume(begun);
  }

  /** It is over, since another is under way where it was. */
  private void conclude(OpenTransaction left, Instant now) {
    station.transactions().conclude(left.id());
    station
        .evse(left.evseId())
        .filter(evse -> evse.isIn(left.id()))
        .ifPresent(evse -> evse.ended(now));
    outbox.count(GatewayEvent.SUPERSEDED_TRANSACTION);
    outbox.add(
        new Effect.SessionEnded(
            left.id(), OptionalLong.empty(), Optional.empty(), now, Optional.of("Superseded")));
  }

  private String idOf(TransactionStart start) {
    return start.id().orElseGet(() -> Integer.toString(ids.next()));
  }
}
