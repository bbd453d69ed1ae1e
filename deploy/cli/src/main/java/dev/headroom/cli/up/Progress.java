package dev.headroom.cli.up;

import java.io.PrintStream;
import java.time.Duration;

/** What the user sees of a start: a line for each part, with the seconds since the start. */
final class Progress {
  private final PrintStream out;
  private final long startedNanos = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** One part is there. */
  synchronized void step(String part, String news) {
    out.printf("  %5.1f s  %-13s %s%n", seconds(), part, news);
    out.flush();
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  double seconds() {
    return Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1000.0;
  }
}
