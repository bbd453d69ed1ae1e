package dev.headroom.dr.publish;

import dev.headroom.dr.event.DrEvent;
import dev.headroom.dr.event.Snapshots;
import dev.headroom.dr.event.Snapshots.Slot;
import dev.headroom.dr.store.EventStore;
import io.quarkus.vertx.VertxContextSupport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Makes the topic of ceilings be what the events in the database ask for: at the start, after every
 * change and every few seconds. It compares and writes the difference, so it needs no record of
 * what it sent: whatever was lost between database and broker is made good the next time. One
 * thread, one reconciliation after the other.
 */
public final class Reconciler implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Reconciler.class);

  private final EventStore store;
  private final PublishedCeilings published;
  private final CeilingWriter writer;
  private final ReconcilerMetrics metrics;
  private final InstantSource clock;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile Optional<Trouble> trouble = Optional.empty();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ceilings").factory());

  public Reconciler(
      EventStore store,
      Map<String, Object> kafka,
      Duration period,
      ReconcilerMetrics metrics,
      InstantSource clock) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
    this.writer = new CeilingWriter(kafka);
    this.published = new PublishedCeilings(kafka, this::ask);
    thread.scheduleWithFixedDelay(
        this::reconcile, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reconciles soon; returns at once. */
  public void ask() {
    if (asked.compareAndSet(false, true)) {
      thread.execute(this::reconcile);
    }
  }

  /** Whether the topic has been read, so that it can be compared. */
  public boolean ready() {
    return published.ready();
  }

  /** Records the broker had not taken when last tried. */
  public int behind() {
    return metrics.behind();
  }

  /** Whether its thread still takes work. */
  public boolean alive() {
    return !thread.isShutdown();
  }

  /** How far the topic of ceilings is read, in words. */
  public String progress() {
    return published.progress();
  }

  /** What went wrong when it was last compared; empty if nothing did. */
  public Optional<Trouble> trouble() {
    return trouble;
  }

  /** Whether the topic says what this event asks for, or no longer says it. */
  public boolean isPublished(DrEvent event, Instant now) {
    boolean open = event.isOpenAt(now);
    return event.sites().stream()
        .map(site -> new Slot(site, Snapshots.sourceOf(event)))
        .allMatch(slot -> open == published.holds(slot, event.interval()));
  }

  private void reconcile() {
    asked.set(false);
    if (!published.ready()) {
      return;
    }
    try {
      Instant now = clock.instant();
      List<DrEvent> open = VertxContextSupport.subscribeAndAwait(() -> store.open(now));
      List<CeilingChange> changes =
          CeilingChange.between(published.snapshot(), Snapshots.of(open, now));
      int failed = writer.write(changes, now);
      trouble = Optional.empty();
      metrics.reconciled(open.size(), changes.size() - failed, failed);
      if (failed > 0) {
        LOG.warnf("%d of %d ceilings could not be published yet", failed, changes.size());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (Throwable failed) {
      metrics.failed();
      Instant since = trouble.map(Trouble::since).orElseGet(clock::instant);
      trouble = Optional.of(new Trouble(since, String.valueOf(failed.getMessage())));
      LOG.warnf("Ceilings could not be reconciled, trying again: %s", failed);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    published.close();
    writer.close();
  }
}
