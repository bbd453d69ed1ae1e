package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The launcher as a user starts it, from its first line to Ctrl-C. */
class UpTest {

  private static final Path ROOT = Path.of(System.getProperty("headroom.root"));

  private static final Map<String, String> PACKAGES =
      Map.of(
          "allocator", "allocator/service/target/quarkus-app",
          "evse-gateway", "evse-gateway/service/target/quarkus-app",
          "dr-adapter", "dr-adapter/target/quarkus-app",
          "meter-ingest", "meter-ingest/service/target/quarkus-app");

  @Test
  void startsServesAndStopsWithNothingLeftBehind() throws Exception {
    try (Up up = new Up("--sites", "1", "--seed", "7")) {
      up.awaitReady();
      assertThat(up.get("/api/v1/sites")).hasSize(1);
      up.interrupt();
      assertThat(up.process.exitValue()).isZero();
      assertThat(up.output()).contains("Stopped.");
      assertThat(up.process.descendants()).isEmpty();
    }
  }

  /** A real feeder's load, a minute of it each second, while meters and vehicles stay real. */
  @Test
  void replaysARecordedLoadOfAFeeder() throws Exception {
    Path load = ROOT.resolve("../shared/data/site-load/ieee-eu-lv-profiles.tar.gz").normalize();
    assumeTrue(Files.exists(load), "skipped: no recorded load at ../shared/data");
    Path site = ROOT.resolve("deploy/e2e/src/test/resources/sites/garage.yaml");
    try (Up up = new Up("--site", site.toString(), "--load", load.toString(), "--speed", "60")) {
      up.awaitReady();
      Set<String> seen = new TreeSet<>();
      await("the allocator's base load follows the trace")
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                seen.add(
                    up.get("/api/v1/sites/garage/limits")
                        .at("/circuits/0/phases/0/baseAmps")
                        .asText());
                return seen.size() >= 5;
              });
    }
  }

  /** A running launcher. */
  private static final class Up implements AutoCloseable {
    final Process process;
    private final Path log;
    private final int base;
    private final Http http = new Http();

    Up(String... options) throws IOException {
      Path directory =
          Files.createTempDirectory(
              Files.createDirectories(ROOT.resolve("deploy/e2e/target/e2e")), "up-");
      base = freeBase();
      log = directory.resolve("up.log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-Dheadroom.home=" + home(directory));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of("dev.headroom.cli.Headroom", "up", "--port-base", "" + base));
      command.addAll(List.of(options));
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    }

    private static Path home(Path directory) throws IOException {
      Path home = Files.createDirectories(directory.resolve("home"));
      for (var each : PACKAGES.entrySet()) {
        Files.createSymbolicLink(home.resolve(each.getKey()), ROOT.resolve(each.getValue()));
      }
      return home;
    }

    /** Four ports in a row, away from those a user's own cluster has. */
    private static int freeBase() throws IOException {
      int port = Cluster.freePort();
      return port > 60_000 ? port - 5000 : port;
    }

    void awaitReady() {
      await("ready")
          .atMost(Duration.ofMinutes(3))
          .until(
              () -> {
                if (!process.isAlive()) {
                  throw new IllegalStateException("up ended: " + output());
                }
                return output().contains("ready in");
              });
    }

    JsonNode get(String path) {
      return http.get(URI.create("http://127.0.0.1:" + base).resolve(path));
    }

    String output() throws IOException {
      return Files.readString(log, StandardCharsets.UTF_8);
    }

    void interrupt() throws InterruptedException {
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it stops").isTrue();
    }

    @Override
    public void close() {
      http.close();
      process.destroy();
      await("it stops").atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
    }
  }
}
