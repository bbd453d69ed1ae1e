package dev.headroom.gateway.station;

import dev.headroom.gateway.database.Database;
import dev.headroom.web.outbox.AuditRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Rotations of passwords in the database. Whatever is said of one names it by its hash: another
 * that was begun since is left alone.
 */
@ApplicationScoped
public class RotationStore {

  /** What became of the wish to begin one. */
  public enum Begun {
    YES,
    UNKNOWN_STATION,
    NO_PASSWORD,
    /** The station may already have the password of an earlier one. */
    UNDER_WAY
  }

  private final Database database;

  RotationStore(Database database) {
    this.database = database;
  }

  /** On record before the station hears of it; the audit of it as well. */
  public CompletionStage<Begun> begin(
      String id, String hash, Instant now, Supplier<AuditRow> audit) {
    return database.transact(
        session ->
            session
                .find(Station.class, id)
                .chain(
                    station -> {
                      Begun begun = judge(Optional.ofNullable(station));
                      if (begun != Begun.YES) {
                        return Uni.createFrom().item(begun);
                      }
                      station.nextPasswordHash = hash;
                      station.rotationOrderedAt = now;
                      station.rotationAccepted = false;
                      return session.persist(audit.get()).replaceWith(Begun.YES);
                    }));
  }

  private static Begun judge(Optional<Station> station) {
    if (station.isEmpty()) {
      return Begun.UNKNOWN_STATION;
    }
    if (station.get().passwordHash == null) {
      return Begun.NO_PASSWORD;
    }
    return station.get().rotation().isPresent() ? Begun.UNDER_WAY : Begun.YES;
  }

  /** The station said that it has the new password. */
  public CompletionStage<Void> accepted(String id, String hash) {
    return change(id, hash, station -> station.rotationAccepted = true);
  }

  /** The station does not have the new password. */
  public CompletionStage<Void> dropped(String id, String hash) {
    return change(id, hash, Station::endRotation);
  }

  /** The station came back with the new password: the old one is right no more. */
  public CompletionStage<Void> completed(String id, String hash, Instant now) {
    return change(
        id,
        hash,
        station -> {
          station.passwordHash = hash;
          station.provisionedAt = now;
          station.endRotation();
        });
  }

  private CompletionStage<Void> change(String id, String hash, Consumer<Station> change) {
    return database.transact(session -> change(session, id, hash, change));
  }

  private static Uni<Void> change(
      Mutiny.Session session, String id, String hash, Consumer<Station> change) {
    return session
        .find(Station.class, id)
        .invoke(
            station -> {
              if (station != null && hash.equals(station.nextPasswordHash)) {
                change.accept(station);
              }
            })
        .replaceWithVoid();
  }
}
