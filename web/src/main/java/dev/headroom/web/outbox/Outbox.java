package dev.headroom.web.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The records in the database, oldest first. */
public final class Outbox {

  /** Does something in a transaction of its own, on whatever thread. */
  @FunctionalInterface
  public interface Transactions {
    <T> CompletionStage<T> transact(Function<Mutiny.Session, Uni<T>> work);
  }

  private final Transactions database;

  public Outbox(Transactions database) {
    this.database = database;
  }

  CompletionStage<List<AuditRow>> oldest(int most) {
    return database.transact(
        session ->
            session
                .createSelectionQuery("from AuditRow order by at, id", AuditRow.class)
                .setMaxResults(most)
                .getResultList());
  }

  CompletionStage<Integer> remove(List<String> ids) {
    return database.transact(
        session ->
            session
                .createMutationQuery("delete from AuditRow where id in :ids")
                .setParameter("ids", ids)
                .executeUpdate());
  }
}
