package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code headroom up} as a user starts it, in a process of its own. */
final class Launcher implements AutoCloseable {

  /**
   * What the tests of {@code up} share: its broker and database take the first port that is free.
   */
  static final String USUAL_PORTS = "usual ports";

  private static final Path ROOT = Path.of(System.getProperty("headroom.root"));

  private static final Map<String, String> PACKAGES =
      Map.of(
          "allocator", "allocator/service/target/quarkus-app",
          "evse-gateway", "evse-gateway/service/target/quarkus-app",
          "dr-adapter", "dr-adapter/target/quarkus-app",
          "meter-ingest", "meter-ingest/service/target/quarkus-app");

  private final Process process;
  private final Path log;
  private final int base;
  private final Http http = new Http();

  private Launcher(Process process, Path log, int base) {
    this.process = process;
    this.log = log;
    this.base = base;
  }

  static Launcher start(String... options) throws IOException {
    return start(Map.of(), options);
  }

  static Launcher start(Map<String, String> environment, String... options) throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(ROOT.resolve("deploy/e2e/target/e2e")), "up-");
    int base = FreePorts.row(5);
    Path log = directory.resolve("up.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dheadroom.home=" + home(directory));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.headroom.cli.Headroom", "up", "--port-base", "" + base));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new Launcher(builder.start(), log, base);
  }

  private static Path home(Path directory) throws IOException {
    Path home = Files.createDirectories(directory.resolve("home"));
    for (var each : PACKAGES.entrySet()) {
      Files.createSymbolicLink(home.resolve(each.getKey()), ROOT.resolve(each.getValue()));
    }
    return home;
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

  /** What the allocator answers. */
  JsonNode get(String path) {
    return http.get(allocator(path));
  }

  Http http() {
    return http;
  }

  URI allocator(String path) {
    return at(0, path);
  }

  URI gateway(String path) {
    return at(1, path);
  }

  /** The simulated world's control. */
  URI control(String path) {
    return at(4, path);
  }

  private URI at(int offset, String path) {
    return URI.create("http://127.0.0.1:" + (base + offset)).resolve(path);
  }

  String output() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  Stream<ProcessHandle> descendants() {
    return process.descendants();
  }

  /** As Ctrl-C does; its exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** Its exit status, once it has ended by itself. */
  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  /** As a crash does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    http.close();
    process.destroy();
    await("it stops").atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
  }
}
