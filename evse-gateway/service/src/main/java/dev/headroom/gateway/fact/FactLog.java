package dev.headroom.gateway.fact;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Facts on their way to the database: in order, in batches, off the control path. While the
 * database is away they wait here, up to a bound; what comes beyond it is lost and counted.
 */
@ApplicationScoped
public class FactLog {

  private static final Logger LOG = Logger.getLogger(FactLog.class);
  private static final int BATCH = 50;
  private static final long PAUSE_MILLIS = 200;
  private static final long ENERGY_MILLIS = 30_000;

  private final Database database;
  private final Vertx vertx;
  private final Counter lost;
  private final EnergyReads energy = new EnergyReads();
  private final FactQueue waiting;
  private boolean writing;
  private int batch = BATCH;

  FactLog(Database database, Vertx vertx, GatewayConfig config, MeterRegistry registry) {
    this.database = database;
    this.vertx = vertx;
    this.waiting = new FactQueue(config.facts().queue());
    this.lost =
        Counter.builder("headroom_facts_lost_total")
            .description("Facts that did not fit into the queue, or that the database refuses")
            .register(registry);
    Gauge.builder("headroom_facts_waiting", this, FactLog::waiting)
        .description("Facts that wait for the database")
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(PAUSE_MILLIS, timer -> writeNext());
    vertx.setPeriodic(ENERGY_MILLIS, timer -> energy.take().forEach(this::enqueue));
  }

  /** Takes a fact without waiting. */
  public void add(Fact fact) {
    switch (fact) {
      case Fact.EnergyRead read -> energy.keep(read);
      case Fact.ChargingEnded ended -> {
        energy.take(ended.key()).forEach(this::enqueue);
        enqueue(ended);
      }
      case Fact.StationBooted booted -> enqueue(booted);
      case Fact.StationSeen seen -> enqueue(seen);
      case Fact.SecurityEventHeard heard -> enqueue(heard);
      case Fact.ProfilesWritten written -> enqueue(written);
      case Fact.ChargingStarted started -> enqueue(started);
    }
  }

  private synchronized void enqueue(Fact fact) {
    if (!waiting.add(fact)) {
      lost.increment();
    }
  }

  /** How many wait for the database. */
  public synchronized int waiting() {
    return waiting.size();
  }

  private void writeNext() {
    List<Fact> facts;
    synchronized (this) {
      if (writing || waiting.size() == 0) {
        return;
      }
      writing = true;
      facts = waiting.first(batch);
    }
    database
        .transact(session -> FactWriting.write(session, facts))
        .whenComplete((done, failure) -> written(facts, failure));
  }

  private void written(List<Fact> facts, Throwable failure) {
    synchronized (this) {
      writing = false;
      if (failure == null) {
        waiting.written(facts);
        batch = BATCH;
      } else if (!Database.isAway(failure)) {
        refused(facts, failure);
      }
    }
    if (failure == null) {
      writeNext();
    }
  }

  /** One bad fact must not keep the good ones out: try them one by one, leave out the bad. */
  private void refused(List<Fact> facts, Throwable failure) {
    if (facts.size() == 1) {
      LOG.errorf("the database refuses %s: %s", facts.get(0), failure.getMessage());
      lost.increment();
      waiting.written(facts);
    }
    batch = 1;
  }
}
