package dev.headroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterLifelineTest {
  @Test
  void postgresLeavesWhenItsStarterIsKilled(@TempDir Path directory) throws Exception {
    Process starter =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Starter.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8))) {
      long pid = Long.parseLong(output.readLine());
      assertThat(ProcessHandle.of(pid)).hasValueSatisfying(it -> assertThat(it.isAlive()).isTrue());
      starter.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    } finally {
      starter.destroyForcibly();
    }
  }

  /** Starts a database, says its process id and waits to be killed. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] args) throws Exception {
      Path home = Path.of(args[0]);
      EmbeddedDatabase.builder().directory(home).start();
      System.out.println(
          java.nio.file.Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
      Thread.currentThread().join();
    }
  }
}
