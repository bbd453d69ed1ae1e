package dev.headroom.cli.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that a killed launcher may have left, and nobody else's. */
record Postmaster(Optional<ProcessHandle> process) {
  private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

  /** The one that still runs on the files of this directory, if any. */
  static Postmaster of(Path home) {
    Path data = home.resolve("data");
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return new Postmaster(
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .filter(it -> runsOn(it, data)));
    } catch (NoSuchFileException stopped) {
      return new Postmaster(Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot see whether a database runs on " + data, e);
    }
  }

  /** Its id may be another process' by now, even that of another PostgreSQL. */
  private static boolean runsOn(ProcessHandle process, Path data) {
    var info = process.info();
    return info.command().orElse("").endsWith("postgres")
        && info.arguments().stream().flatMap(Arrays::stream).anyMatch(data.toString()::equals);
  }

  /** Lets it end by itself for so long, then ends it; its next start recovers. */
  void end(Duration patience) {
    process.ifPresent(
        running -> {
          if (!ended(running, patience)) {
            running.destroy();
            if (!ended(running, LAST_CHANCE)) {
              running.destroyForcibly();
              ended(running, LAST_CHANCE);
            }
          }
        });
  }

  private static boolean ended(ProcessHandle running, Duration patience) {
    try {
      running.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for process " + running.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
