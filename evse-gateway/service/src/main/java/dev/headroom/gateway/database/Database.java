package dev.headroom.gateway.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Transactions on PostgreSQL from any thread. Each has a session and a Vert.x context of its own,
 * as Hibernate Reactive wants it, and ends within {@link #DEADLINE}. As many as there are
 * connections are under way, and the others wait for their turn.
 */
@ApplicationScoped
public class Database {

  static final Duration DEADLINE = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final long LOOK_MILLIS = 100;
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Mutiny.SessionFactory sessions;
  private final Migration migration;
  private final Turns turns;
  private volatile Optional<Outage> outage = Optional.empty();

  Database(
      Vertx vertx,
      Mutiny.SessionFactory sessions,
      Migration migration,
      MeterRegistry registry,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections) {
    this.turns = new Turns(connections);
    Gauge.builder("headroom_database_waiting", turns, Turns::waiting)
        .description("Transactions that wait for their turn")
        .register(registry);
    this.vertx = vertx;
    this.sessions = sessions;
    this.migration = migration;
  }

  /**
   * Does this in a transaction. The stage fails with {@link DatabaseAway} when the database could
   * not be asked, with {@link DatabaseBusy} when it was not this one's turn for too long, and with
   * the cause itself when it refused.
   */
  public <T> CompletionStage<T> transact(Function<Mutiny.Session, Uni<T>> work) {
    return inTurn(Turns.Line.INSIDE, () -> sessions.withTransaction(work));
  }

  /** The same of one that only reads, and needs no transaction for it: a third of the way. */
  public <T> CompletionStage<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return inTurn(Turns.Line.INSIDE, () -> sessions.withSession(work));
  }

  /** The same for one who wants to come in, after everything else that waits. */
  public <T> CompletionStage<T> readAtTheDoor(Function<Mutiny.Session, Uni<T>> work) {
    return inTurn(Turns.Line.AT_THE_DOOR, () -> sessions.withSession(work));
  }

  private <T> CompletionStage<T> inTurn(Turns.Line line, Supplier<Uni<T>> work) {
    if (!migration.done()) {
      return CompletableFuture.failedStage(
          new DatabaseAway(new IllegalStateException("its schema is not there yet")));
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    turns.enter(
        line,
        new Turns.Waiting() {
          @Override
          public void begin() {
            context.runOnContext(ignored -> run(work, result));
          }

          @Override
          public void tooLate() {
            result.completeExceptionally(
                outage
                    .<DatabaseAway>map(
                        away -> new DatabaseAway(new IllegalStateException(away.error())))
                    .orElseGet(DatabaseBusy::new));
          }
        },
        Instant.now());
    return result;
  }

  private <T> void run(Supplier<Uni<T>> work, CompletableFuture<T> result) {
    Uni.createFrom()
        .deferred(work::get)
        .ifNoItem()
        .after(DEADLINE)
        .fail()
        .subscribe()
        .with(
            done -> {
              turns.leave();
              outage = Optional.empty();
              result.complete(done);
            },
            failure -> {
              turns.leave();
              result.completeExceptionally(classify(failure));
            });
  }

  /** Whether it answered when it was last asked. */
  public boolean healthy() {
    return migration.done() && outage.isEmpty();
  }

  private Throwable classify(Throwable failure) {
    if (Refusal.of(failure).isPresent()) {
      outage = Optional.empty();
      return failure;
    }
    Instant since = outage.map(Outage::since).orElseGet(Instant::now);
    outage = Optional.of(new Outage(since, String.valueOf(failure.getMessage())));
    return new DatabaseAway(failure);
  }

  /** Asks it whether it is there, now and then: health must not wait for somebody to need it. */
  void watch(@Observes StartupEvent event) {
    vertx.setPeriodic(LOOK_MILLIS, timer -> turns.tell(Instant.now()));
    vertx.setPeriodic(
        BETWEEN_QUESTIONS.toMillis(),
        timer ->
            transact(session -> session.createNativeQuery("select 1").getSingleResult())
                .exceptionally(
                    failure -> {
                      LOG.debugf("the database does not answer: %s", failure);
                      return 0;
                    }));
  }

  /** What is known of it, in words for a health check, by name. */
  public Map<String, String> told() {
    if (!migration.done()) {
      return Map.of("database", "its schema is not there yet");
    }
    return outage
        .map(
            away ->
                Map.of(
                    "database", "lost",
                    "database.since", away.since().toString(),
                    "database.error", away.error()))
        .orElse(Map.of("database", "reachable"));
  }

  /** Whether a stage failed because too many wanted something, whatever the database does. */
  public static boolean isBusy(Throwable failure) {
    return cause(failure) instanceof DatabaseBusy;
  }

  /** Whether a stage failed because the database could not be asked, so that asking again helps. */
  public static boolean isAway(Throwable failure) {
    return cause(failure) instanceof DatabaseAway;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException wrapped && wrapped.getCause() != null
        ? wrapped.getCause()
        : failure;
  }
}
