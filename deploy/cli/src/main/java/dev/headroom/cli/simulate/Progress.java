package dev.headroom.cli.simulate;

import java.io.PrintWriter;
import java.time.Duration;

/** Says on stderr how far a long simulation has come. */
final class Progress {

  private static final long PERIOD_NANOS = Duration.ofSeconds(3).toNanos();

  private final PrintWriter err;
  private final long all;
  private final long startedNanos = System.nanoTime();
  private long saidNanos = startedNanos;
  private long done;

  Progress(PrintWriter err, long all) {
    this.err = err;
    this.all = all;
  }

  /** One more session has begun in one of the runs. */
  synchronized void arrived() {
    done++;
    long now = System.nanoTime();
    if (now - saidNanos > PERIOD_NANOS) {
      saidNanos = now;
      long seconds = Duration.ofNanos(now - startedNanos).toSeconds();
      err.printf("simulate: %d %% after %d s%n", 100 * done / all, seconds);
      err.flush();
    }
  }
}
