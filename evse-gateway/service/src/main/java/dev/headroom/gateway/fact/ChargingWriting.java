package dev.headroom.gateway.fact;

import dev.headroom.gateway.charging.ChargingKey;
import dev.headroom.gateway.charging.ChargingRecord;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How what is heard of charging sessions is written. One gateway at a time writes of a station:
 * after a reconnect another may still have facts of it that wait.
 */
final class ChargingWriting {

  private ChargingWriting() {}

  static Uni<Void> begin(Mutiny.Session session, Fact.ChargingStarted started) {
    return lock(session, started.stationId())
        .chain(() -> record(session, started.key(), started.transaction().startedAt()))
        .invoke(
            charging ->
                charging.begun(started.place(), started.transaction(), started.ocppVersion()))
        .chain(charging -> joinEarlier(session, charging));
  }

  /** Applies a change to a session, and to where it is kept if that is under another id. */
  static Uni<Void> change(
      Mutiny.Session session, ChargingKey key, Instant at, Consumer<ChargingRecord> change) {
    return lock(session, key.stationId())
        .chain(() -> record(session, key, at))
        .invoke(change)
        .chain(
            charging ->
                charging
                    .keptUnder()
                    .map(other -> record(session, other, at).invoke(change).replaceWithVoid())
                    .orElse(Uni.createFrom().voidItem()));
  }

  private static Uni<Void> lock(Mutiny.Session session, String stationId) {
    return session
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:station, 0))", Integer.class)
        .setParameter("station", stationId)
        .getSingleResult()
        .replaceWithVoid();
  }

  private static Uni<ChargingRecord> record(Mutiny.Session session, ChargingKey key, Instant at) {
    return session
        .find(ChargingRecord.class, key)
        .chain(
            known -> {
              if (known != null) {
                return Uni.createFrom().item(known);
              }
              ChargingRecord charging = ChargingRecord.of(key, at);
              return session.persist(charging).replaceWith(charging);
            });
  }

  /**
   * In OCPP 1.6 ids are ours, so a charger that does not know whether its start arrived may be
   * given another one by a gateway that has not seen the first: the content tells.
   */
  private static Uni<Void> joinEarlier(Mutiny.Session session, ChargingRecord charging) {
    if (!charging.hasIdOfOurs() || charging.keptUnder().isPresent()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createSelectionQuery(ChargingRecord.SAME_START, ChargingRecord.class)
        .setParameter("station", charging.stationId())
        .setParameter("id", charging.transactionId())
        .setParameter("start", charging.chargerStartedAt())
        .getResultList()
        .invoke(
            others ->
                others.stream()
                    .filter(charging::beganLike)
                    .findFirst()
                    .ifPresent(earlier -> earlier.join(charging)))
        .replaceWithVoid();
  }
}
