package dev.headroom.dr.store;

import dev.headroom.web.outbox.Outbox;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Transactions from a thread that may wait. */
@ApplicationScoped
public class Transactions implements Outbox.Transactions {

  private final Mutiny.SessionFactory sessions;

  Transactions(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public <T> CompletionStage<T> transact(Function<Mutiny.Session, Uni<T>> work) {
    try {
      return CompletableFuture.completedFuture(
          VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(work)));
    } catch (Throwable failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }
}
