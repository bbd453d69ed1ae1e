package dev.headroom.allocator.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that failed, a few times. After that the instance stops: every new claim leases
 * its partition again, so one that only fails must not go on claiming.
 *
 * <p>A healthy one may lose a thread or two when a new group starts: Kafka 4.2.1 fails a thread
 * whose partition is revoked while it seeks to the beginning ("No current assignment for
 * partition"), and read-only stores always seek where no offset is committed.
 */
final class FailureBudget implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FailureBudget.class);
  private static final int FAILURES = 5;
  private static final Duration WITHIN = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Deque<Instant> failures = new ArrayDeque<>();

  FailureBudget(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    Instant now = clock.instant();
    failures.removeIf(at -> at.isBefore(now.minus(WITHIN)));
    failures.add(now);
    if (failures.size() > FAILURES) {
      LOG.error("a thread failed {} times within {}; stopping", failures.size(), WITHIN, failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("a thread failed and is replaced", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
