package dev.headroom.dr.store;

import dev.headroom.dr.event.DrEvent;
import dev.headroom.web.outbox.AuditRow;
import dev.headroom.web.policy.SitePattern;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events in the database; one session for each operation. */
@ApplicationScoped
public class EventStore {

  private final Mutiny.SessionFactory sessions;

  EventStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** Stores it, and the record of that, unless one of its id is there. */
  public Uni<Stored> store(DrEvent event, AuditRow audit) {
    return find(event.id())
        .flatMap(
            known ->
                known
                    .<Uni<Stored>>map(it -> Uni.createFrom().item(new Stored.Known(it)))
                    .orElseGet(() -> insert(event, audit)));
  }

  private Uni<Stored> insert(DrEvent event, AuditRow audit) {
    return sessions
        .withTransaction(session -> session.persistAll(EventRow.of(event), audit))
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

  /** The latest starts first; those for a site of any of these patterns. */
  public Uni<List<DrEvent>> latest(Optional<String> site, Set<SitePattern> within, int most) {
    return sessions.withSession(
        session ->
            ids(session, site, List.copyOf(within), most)
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
  private static Uni<List<String>> ids(
      Mutiny.Session session, Optional<String> site, List<SitePattern> within, int most) {
    String any =
        IntStream.range(0, within.size())
            .mapToObj(i -> "s like :within" + i)
            .collect(Collectors.joining(" or "));
    Mutiny.SelectionQuery<String> query =
        session.createSelectionQuery(
            "select e.id from EventRow e where exists (select 1 from e.sites s where "
                + (any.isEmpty() ? "false" : any)
                + ")"
                + (site.isPresent() ? " and :site member of e.sites" : "")
                + " order by e.start desc, e.id",
            String.class);
    IntStream.range(0, within.size())
        .forEach(i -> query.setParameter("within" + i, within.get(i).like()));
    site.ifPresent(name -> query.setParameter("site", name));
    return query.setMaxResults(most).getResultList();
  }

  /** Marks it cancelled, and records that, if it is there and neither over nor cancelled. */
  public Uni<Optional<DrEvent>> cancel(String id, Instant now, AuditRow audit) {
    return sessions
        .withTransaction(
            session ->
                session
                    .createMutationQuery(
                        "update EventRow e set e.cancelledAt = :now"
                            + " where e.id = :id and e.cancelledAt is null and e.end > :now")
                    .setParameter("id", id)
                    .setParameter("now", now)
                    .executeUpdate()
                    .call(
                        changed ->
                            changed == 0 ? Uni.createFrom().voidItem() : session.persist(audit)))
        .flatMap(changed -> find(id));
  }

  private static List<DrEvent> events(List<EventRow> rows) {
    return rows.stream().map(EventRow::event).toList();
  }
}
