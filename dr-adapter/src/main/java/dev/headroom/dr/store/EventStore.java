package dev.headroom.dr.store;

import dev.headroom.dr.event.DrEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events in the database; one session for each operation. */
@ApplicationScoped
public class EventStore {

  private final Mutiny.SessionFactory sessions;

  EventStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Stores it unless one of its id is there. */
  public Uni<Stored> store(DrEvent event) {
    return find(event.id())
        .flatMap(
            known ->
                known
                    .<Uni<Stored>>map(it -> Uni.createFrom().item(new Stored.Known(it)))
                    .orElseGet(() -> insert(event)));
  }

  private Uni<Stored> insert(DrEvent event) {
    return sessions
        .withTransaction(session -> session.persist(EventRow.of(event)))
        .<Stored>map(done -> new Stored.Created(event))
        .onFailure(ConstraintViolationException.class)
        // Another request of the same id was a moment faster.
        .recoverWithUni(() -> find(event.id()).map(it -> new Stored.Known(it.orElseThrow())));
  }

  public Uni<Optional<DrEvent>> find(String id) {
    return sessions.withSession(
        session ->
            session
                .createSelectionQuery(
                    "from EventRow e left join fetch e.sites where e.id = :id", EventRow.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(EventRow::event)));
  }

  /** Those that ask for anything now or later. */
  public Uni<List<DrEvent>> open(Instant now) {
    return sessions.withSession(
        session ->
            session
                .createSelectionQuery(
                    "from EventRow e left join fetch e.sites"
                        + " where e.cancelledAt is null and e.end > :now",
                    EventRow.class)
                .setParameter("now", now)
                .getResultList()
                .map(EventStore::events));
  }

  /** The latest starts first. */
  public Uni<List<DrEvent>> latest(Optional<String> site, int most) {
    return sessions.withSession(
        session ->
            ids(session, site, most)
                .flatMap(
                    ids ->
                        session
                            .createSelectionQuery(
                                "from EventRow e left join fetch e.sites where e.id in :ids"
                                    + " order by e.start desc, e.id",
                                EventRow.class)
                            .setParameter("ids", ids)
                            .getResultList())
                .map(EventStore::events));
  }

  /** Apart, since rows can't be counted while each comes once for every site. */
  private static Uni<List<String>> ids(Mutiny.Session session, Optional<String> site, int most) {
    String restriction = site.isPresent() ? " where :site member of e.sites" : "";
    Mutiny.SelectionQuery<String> query =
        session.createSelectionQuery(
            "select e.id from EventRow e" + restriction + " order by e.start desc, e.id",
            String.class);
    site.ifPresent(name -> query.setParameter("site", name));
    return query.setMaxResults(most).getResultList();
  }

  /** Marks it cancelled, if it is there and neither over nor cancelled. */
  public Uni<Optional<DrEvent>> cancel(String id, Instant now) {
    return sessions
        .withTransaction(
            session ->
                session
                    .createMutationQuery(
                        "update EventRow e set e.cancelledAt = :now"
                            + " where e.id = :id and e.cancelledAt is null and e.end > :now")
                    .setParameter("id", id)
                    .setParameter("now", now)
                    .executeUpdate())
        .flatMap(changed -> find(id));
  }

  private static List<DrEvent> events(List<EventRow> rows) {
    return rows.stream().map(EventRow::event).toList();
  }
}
