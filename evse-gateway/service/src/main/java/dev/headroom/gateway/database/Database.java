package dev.headroom.gateway.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Transactions on PostgreSQL from any thread. Each has a session and a Vert.x context of its own,
 * as Hibernate Reactive wants it, and ends within {@link #DEADLINE}.
 */
@ApplicationScoped
public class Database {

  static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Mutiny.SessionFactory sessions;
  private final Migration migration;
  private volatile boolean away;

  Database(Vertx vertx, Mutiny.SessionFactory sessions, Migration migration) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.migration = migration;
  }

  /**
   * Does this in a transaction. The stage fails with {@link DatabaseAway} when the database could
   * not be asked, and with the cause itself when it refused.
   */
  public <T> CompletionStage<T> transact(Function<Mutiny.Session, Uni<T>> work) {
    if (!migration.done()) {
      return CompletableFuture.failedStage(
          new DatabaseAway(new IllegalStateException("its schema is not there yet")));
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(
        ignored ->
            Uni.createFrom()
                .deferred(() -> sessions.withTransaction(work))
                .ifNoItem()
                .after(DEADLINE)
                .fail()
                .subscribe()
                .with(
                    done -> {
                      away = false;
                      result.complete(done);
                    },
                    failure -> result.completeExceptionally(classify(failure))));
    return result;
  }

  /** Whether it answered when it was last asked. */
  public boolean healthy() {
    return migration.done() && !away;
  }

  private Throwable classify(Throwable failure) {
    away = Refusal.of(failure).isEmpty();
    return away ? new DatabaseAway(failure) : failure;
  }

  /** Whether a stage failed because the database could not be asked, so that asking again helps. */
  public static boolean isAway(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof DatabaseAway;
  }
}
