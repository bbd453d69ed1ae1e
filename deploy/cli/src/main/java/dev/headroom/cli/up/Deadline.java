package dev.headroom.cli.up;

import dev.headroom.cli.process.Children;
import java.nio.file.Path;
import java.time.Duration;

/** The longest a start may take. */
final class Deadline {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long PAUSE_MILLIS = 100;

  private final long endNanos = System.nanoTime() + LIMIT.toNanos();
  private final Path logs;

  Deadline(Path logs) {
    this.logs = logs;
  }

  /**
   * Waits a moment before the next look.
   *
   * @throws StartFailed when the time is up, naming what was waited for
   */
  void pause(Children children, String awaited) throws InterruptedException {
    children.check();
    if (System.nanoTime() > endNanos) {
      throw new StartFailed(
          "gave up after %d s of waiting for %s; see the logs in %s"
              .formatted(LIMIT.toSeconds(), awaited, logs));
    }
    Thread.sleep(PAUSE_MILLIS);
  }
}
