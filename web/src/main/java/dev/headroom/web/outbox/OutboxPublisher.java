package dev.headroom.web.outbox;

import dev.headroom.web.audit.KafkaAudit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is in the outbox, in order, and forgets what the broker has acknowledged: each record
 * at least once, with its id. Several instances may share an outbox.
 */
public final class OutboxPublisher implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
  private static final int MOST = 500;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final KafkaAudit audit;
  private final Semaphore asked = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("audit-outbox").unstarted(this::run);
  private volatile int waiting;

  public OutboxPublisher(Outbox outbox, KafkaAudit audit, MeterRegistry registry) {
    this.outbox = outbox;
    this.audit = audit;
    Gauge.builder("headroom.audit.waiting", () -> waiting)
        .description("Audit records that the broker has not taken yet, when last looked at")
        .register(registry);
  }

  public void start() {
    thread.start();
  }

  /** There is something to send. */
  public void ask() {
    asked.release();
  }

  private void run() {
    try {
      while (true) {
        var _ = asked.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        asked.drainPermits();
        publish();
      }
    } catch (InterruptedException stopped) {
      LOG.debug("no more audit records");
    }
  }

  private void publish() throws InterruptedException {
    try {
      List<AuditRow> rows = of(outbox.oldest(MOST));
      waiting = rows.size();
      List<String> sent = send(rows);
      if (!sent.isEmpty()) {
        var _ = of(outbox.remove(sent));
        waiting = rows.size() - sent.size();
      }
      if (sent.size() == MOST) {
        ask();
      }
    } catch (ExecutionException away) {
      LOG.debugf("the outbox of audit records cannot be read: %s", away.getCause());
    }
  }

  /** Those the broker has: all up to the first it did not take. */
  private List<String> send(List<AuditRow> rows) throws InterruptedException {
    List<String> sent = new ArrayList<>();
    List<CompletionStage<Void>> writes =
        rows.stream().map(row -> audit.write(row.record(), row.span())).toList();
    try {
      for (int i = 0; i < rows.size(); i++) {
        var _ = of(writes.get(i));
        sent.add(rows.get(i).id);
      }
    } catch (ExecutionException notTaken) {
      LOG.warnf("audit records wait for the broker: %s", notTaken.getCause());
    }
    return sent;
  }

  private static <T> T of(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    CompletableFuture<T> future = stage.toCompletableFuture();
    return future.get();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
