package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.session.TransactionIds;
import dev.headroom.gateway.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Transaction ids no other gateway gives out, at hand without asking the database: blocks of a
 * sequence are reserved in advance. A gateway that never reached its database since it started
 * makes them up in the upper half of the range, where two are the same once in a billion.
 */
@ApplicationScoped
public class TransactionIdPool implements TransactionIds {

  /** The increment of the sequence {@code transaction_block}. */
  static final int BLOCK = 1000;

  /**
   * Reserved ahead: enough for hours without a database, and for ten thousand chargers that begin
   * to charge at once when there is power again.
   */
  private static final int BLOCKS_AHEAD = 12;

  private static final int UPPER_HALF = 1 << 30;

  private static final long PAUSE_MILLIS = 500;

  private final Database database;
  private final Vertx vertx;
  private final Counter madeUp;
  private final Deque<Integer> blocks = new ArrayDeque<>();
  private int given;
  private boolean reserving;

  TransactionIdPool(Database database, Vertx vertx, MeterRegistry registry) {
    this.database = database;
    this.vertx = vertx;
    this.madeUp =
        Counter.builder("headroom_transaction_ids_made_up_total")
            .description("Transaction ids given without the database")
            .register(registry);
  }

  void start(@Observes StartupEvent event) {
    reserve();
    vertx.setPeriodic(PAUSE_MILLIS, timer -> reserve());
  }

  @Override
  public synchronized int next() {
    Integer first = blocks.peekFirst();
    if (first == null) {
      madeUp.increment();
      return ThreadLocalRandom.current().nextInt(UPPER_HALF, Integer.MAX_VALUE);
    }
    int id = first + given;
    given++;
    if (given == BLOCK) {
      blocks.removeFirst();
      given = 0;
    }
    return id;
  }

  private void reserve() {
    synchronized (this) {
      if (reserving || blocks.size() >= BLOCKS_AHEAD) {
        return;
      }
      reserving = true;
    }
    database
        .transact(
            session ->
                session
                    .createNativeQuery("select nextval('gateway.transaction_block')", Long.class)
                    .getSingleResult())
        .whenComplete((first, failure) -> reserved(first, failure));
  }

  private void reserved(Long first, Throwable failure) {
    synchronized (this) {
      reserving = false;
      if (failure != null) {
        return;
      }
      blocks.addLast(Math.toIntExact(first));
    }
    reserve();
  }
}
