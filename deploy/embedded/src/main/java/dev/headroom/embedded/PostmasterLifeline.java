package dev.headroom.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Ends PostgreSQL when this JVM ends without having stopped it: a shell waits for its standard
 * input to close, which the kernel does even for a killed process, and then asks the server to
 * leave.
 */
final class PostmasterLifeline implements AutoCloseable {
  private final Process watcher;

  private PostmasterLifeline(Process watcher) {
    this.watcher = watcher;
  }

  static PostmasterLifeline of(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    // A word on the input stands the watcher down; the end of the input is the alarm. Ctrl-C in a
    // terminal reaches it too and must not take it away before the server is gone.
    String script = "trap '' INT TERM HUP; read -r word || kill -INT " + Long.parseLong(pid);
    return new PostmasterLifeline(
        new ProcessBuilder("/bin/sh", "-c", script)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void close() {
    try (var input = watcher.getOutputStream()) {
      input.write('\n');
    } catch (IOException alreadyGone) {
      return;
    }
    try {
      if (!watcher.waitFor(5, TimeUnit.SECONDS)) {
        watcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
