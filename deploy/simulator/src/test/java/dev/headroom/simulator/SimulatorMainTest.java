package dev.headroom.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.simulator.fake.FakeCentral;
import dev.headroom.simulator.fake.FakeIngest;
import dev.headroom.simulator.sites.Credentials;
import dev.headroom.simulator.sites.SeededSites;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process, as the launcher starts it. */
class SimulatorMainTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private Credentials credentials;

  @BeforeEach
  void writeASite() throws IOException {
    var sites = SeededSites.generate(1, 5);
    SeededSites.write(sites, directory.resolve("sites"));
    credentials = Credentials.random(sites, new SecureRandom());
    credentials.writeMeterKeys(directory.resolve("meters"));
    credentials.writeStationPasswords(directory.resolve("stations"));
  }

  private Process start(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(SimulatorMain.class.getName());
    command.addAll(List.of("--meters", directory.resolve("meters").toString()));
    command.addAll(List.of("--stations", directory.resolve("stations").toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("out").toFile())
        .start();
  }

  private String output() {
    try (InputStream in = Files.newInputStream(directory.resolve("out"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCode(Process process) throws InterruptedException {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    return process.exitValue();
  }

  @Test
  void runsASiteWithARecordedLoadUntilItsInputCloses() throws Exception {
    Path load =
        Files.writeString(
            directory.resolve("load.txt"), "\"Global_intensity\"\n\"4.5\"\n\"9.0\"\n\"1.5\"\n");
    try (var central = new FakeCentral(credentials.stationPasswords());
        var ingest = new FakeIngest(credentials.meterKeys(), 0)) {
      Process process =
          start(
              "--site",
              directory.resolve("sites").toString(),
              "--gateway",
              central.address().toString(),
              "--ingest",
              "coaps://127.0.0.1:" + ingest.port(),
              "--load",
              load.toString(),
              "--speed",
              "60.0",
              "--control-port",
              "0",
              "--exit-with-stdin");

      await().atMost(PATIENCE).until(() -> !central.heard("Authorize").isEmpty());
      await().atMost(PATIENCE).until(() -> !ingest.of("demo-1/main").isEmpty());
      await().atMost(PATIENCE).until(() -> output().contains("control: http://127.0.0.1:"));
      process.getOutputStream().close();

      assertThat(exitCode(process)).isZero();
    }
  }

  @Test
  void saysWhatIsWrongInOneLineAndExitsWithTwo() throws Exception {
    for (Map.Entry<List<String>, String> wrong :
        Map.of(
                List.of("--site", directory.resolve("absent.yaml").toString()),
                "absent.yaml",
                List.of("--site", directory.toString()),
                "holds no *.yaml",
                List.of("--sites", "1", "--load", directory.resolve("stations").toString()),
                "Global_intensity",
                List.of("--sites", "2", "--seed", "5"),
                "demo-2",
                List.<String>of(),
                "--site")
            .entrySet()) {
      Process process = start(wrong.getKey().toArray(String[]::new));

      assertThat(exitCode(process)).as("%s", wrong.getKey()).isEqualTo(2);
      assertThat(output()).contains(wrong.getValue()).doesNotContain("\tat ");
    }
  }
}
