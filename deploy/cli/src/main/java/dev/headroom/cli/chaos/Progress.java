package dev.headroom.cli.chaos;

import dev.headroom.world.run.Verdict;
import java.io.PrintWriter;
import java.time.Duration;

/** Says on stderr how far a long run has come. */
final class Progress {

  private static final long PERIOD_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintWriter err;
  private final int all;
  private final long startedNanos = System.nanoTime();
  private long saidNanos = startedNanos;
  private int done;
  private int broken;

  Progress(PrintWriter err, int all) {
    this.err = err;
    this.all = all;
  }

  /** One more site has lived through its run. */
  synchronized void lived(Verdict verdict) {
    done++;
    broken += verdict.clean() ? 0 : 1;
    say("%d of %d sites, %d broke a rule".formatted(done, all, broken));
  }

  synchronized void shrinks(long seed, int tries) {
    say("looking for the least that fails with seed %d: try %d".formatted(seed, tries));
  }

  Duration passed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private void say(String what) {
    long now = System.nanoTime();
    if (now - saidNanos > PERIOD_NANOS) {
      saidNanos = now;
      err.printf("chaos: %s, after %d s%n", what, passed().toSeconds());
      err.flush();
    }
  }
}
