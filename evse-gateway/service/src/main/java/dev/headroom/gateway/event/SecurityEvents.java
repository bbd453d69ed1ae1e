package dev.headroom.gateway.event;

import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;

/** Security events in the database: the latest hundred of each station. */
@ApplicationScoped
public class SecurityEvents {

  private static final String KEEP =
      """
      insert into gateway.security_event (station_id, type, happened_at, heard_at, info)
      values (:station, :type, :happened, :heard, :info) on conflict do nothing
      """;

  private static final String FORGET =
      """
      delete from gateway.security_event where station_id = :station and (happened_at, type) not in (
        select happened_at, type from gateway.security_event where station_id = :station
        order by heard_at desc, happened_at desc limit 100)
      """;

  private static final String OF_STATION =
      """
      select type, happened_at, heard_at, info from gateway.security_event
      where station_id = :station order by heard_at desc, happened_at desc
      """;

  /**
   * One as the REST interface shows it.
   *
   * @param at by the charger's clock
   * @param heardAt by ours
   */
  public record Heard(String type, Instant at, Instant heardAt, Optional<String> info) {}

  private final Database database;

  SecurityEvents(Database database) {
    this.database = database;
  }

  /** Keeps one, and forgets what is more than a hundred of its station. */
  public static Uni<Void> keep(
      Mutiny.Session session, String station, SecurityEvent event, Instant heardAt) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("station", station)
        .setParameter("type", event.type())
        .setParameter("happened", event.at())
        .setParameter("heard", heardAt)
        .setParameter("info", event.info().orElse(""))
        .executeUpdate()
        .chain(
            kept ->
                session.createNativeQuery(FORGET).setParameter("station", station).executeUpdate())
        .replaceWithVoid();
  }

  /** Those of a station, the latest first. */
  CompletionStage<List<Heard>> of(String station) {
    return database.transact(
        session ->
            session
                .createNativeQuery(OF_STATION, Tuple.class)
                .setParameter("station", station)
                .getResultList()
                .map(rows -> rows.stream().map(SecurityEvents::heard).toList()));
  }

  private static Heard heard(Tuple row) {
    return new Heard(
        row.get(0, String.class),
        row.get(1, OffsetDateTime.class).toInstant(),
        row.get(2, OffsetDateTime.class).toInstant(),
        Optional.of(row.get(3, String.class)).filter(info -> !info.isEmpty()));
  }
}
