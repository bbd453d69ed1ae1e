package dev.headroom.gateway.station;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.database.Database;
import dev.headroom.web.outbox.AuditRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The stations in the database. */
@ApplicationScoped
public class Stations {

  /** No page is longer. */
  static final int MOST = 10_000;

  private final Database database;

  Stations(Database database) {
    this.database = database;
  }

  /** What decides whether a station may connect; empty for a station we do not know. */
  public CompletionStage<Optional<Known>> known(String id) {
    return database.readAtTheDoor(
        session ->
            session
                .find(Station.class, id)
                .map(station -> Optional.ofNullable(station).map(Station::known)));
  }

  /** Keeps that a station has used this security profile: it may not come back with a lower one. */
  public CompletionStage<Void> used(String id, int profile) {
    return database.transact(
        session ->
            session
                .createMutationQuery(
                    "update Station set seenSecurityProfile = :profile"
                        + " where id = :id and seenSecurityProfile < :profile")
                .setParameter("profile", profile)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
  }

  /** The version a station speaks when it names none; empty if that is not known. */
  public CompletionStage<Optional<OcppVersion>> defaultVersion(String id) {
    return database.readAtTheDoor(
        session ->
            session
                .find(Station.class, id)
                .map(
                    station ->
                        Optional.ofNullable(station)
                            .map(known -> known.defaultOcppVersion)
                            .flatMap(OcppVersion::numbered)));
  }

  /**
   * Makes a station known, or gives it another password. True if it is new.
   *
   * @param passwordHash absent for one that shows a certificate
   * @param profile the least security profile it may use from now on, even if it used a higher one
   *     before; what was configured and seen before stays if this is absent
   * @param audit the record of this change, by whether the station was known and as what
   */
  CompletionStage<Boolean> provision(
      String id,
      Optional<String> passwordHash,
      Optional<OcppVersion> defaultVersion,
      Optional<Integer> profile,
      Instant now,
      Function<Optional<Station>, AuditRow> audit) {
    return database.transact(
        session ->
            session
                .find(Station.class, id)
                .call(known -> session.persist(audit.apply(Optional.ofNullable(known))))
                .chain(
                    known -> {
                      Station station = known == null ? new Station() : known;
                      station.id = id;
                      station.passwordHash = passwordHash.orElse(null);
                      station.endRotation();
                      station.defaultOcppVersion =
                          defaultVersion.map(OcppVersion::number).orElse(null);
                      profile.ifPresent(
                          number -> {
                            station.leastSecurityProfile = number;
                            station.seenSecurityProfile = 0;
                          });
                      station.provisionedAt = now;
                      return known == null
                          ? session.persist(station).replaceWith(true)
                          : Uni.createFrom().item(false);
                    }));
  }

  /** Forgets a station. False if there was none; then nothing is audited. */
  CompletionStage<Boolean> forget(String id, Function<Station, AuditRow> audit) {
    return database.transact(
        session ->
            session
                .find(Station.class, id)
                .chain(
                    known ->
                        known == null
                            ? Uni.createFrom().item(false)
                            : session
                                .persist(audit.apply(known))
                                .call(() -> session.remove(known))
                                .replaceWith(true)));
  }

  CompletionStage<Optional<Station>> one(String id) {
    return database.transact(session -> session.find(Station.class, id).map(Optional::ofNullable));
  }

  CompletionStage<List<Station>> all() {
    return database.transact(
        session ->
            session
                .createSelectionQuery("from Station order by id", Station.class)
                .setMaxResults(MOST)
                .getResultList());
  }

  /** What a station said it is at its last boot, if it has booted. */
  public static Uni<Optional<StationIdentity>> identity(Mutiny.Session session, String id) {
    return session
        .find(Station.class, id)
        .map(station -> Optional.ofNullable(station).flatMap(Station::identity));
  }

  /** Keeps what a station said it is when it booted. */
  public static Uni<Void> booted(
      Mutiny.Session session, String id, StationIdentity identity, Instant at) {
    return change(
        session,
        id,
        station -> {
          station.vendor = identity.vendor();
          station.model = identity.model();
          station.firmware = identity.firmware().orElse(null);
          station.bootedAt = at;
          station.seenAt = at;
        });
  }

  /** Keeps when a station was last here. */
  public static Uni<Void> seen(Mutiny.Session session, String id, Instant at) {
    return change(session, id, station -> station.seenAt = at);
  }

  private static Uni<Void> change(Mutiny.Session session, String id, Consumer<Station> change) {
    return session
        .find(Station.class, id)
        .invoke(
            station -> {
              if (station != null) {
                change.accept(station);
              }
            })
        .replaceWithVoid();
  }
}
