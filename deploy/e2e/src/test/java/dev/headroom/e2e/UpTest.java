package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The launcher as a user starts it, from its first line to Ctrl-C. */
@ResourceLock(Launcher.USUAL_PORTS)
class UpTest {

  private static final Path ROOT = Path.of(System.getProperty("headroom.root"));

  @Test
  void startsServesAndStopsWithNothingLeftBehind() throws Exception {
    try (Launcher up = Launcher.start("--sites", "1", "--seed", "7")) {
      up.awaitReady();
      assertThat(up.get("/api/v1/sites")).hasSize(1);
      assertThat(up.stop()).isZero();
      assertThat(up.output()).contains("Stopped.");
      assertThat(up.descendants()).isEmpty();
    }
  }

  /** Three months of a real garage's sessions from their busiest day on, ten minutes a second. */
  @Test
  void replaysRecordedSessions() throws Exception {
    Path sessions =
        ROOT.resolve("../shared/data/ev-sessions/caltech_2019-05-01_2019-08-31.csv.gz").normalize();
    assumeTrue(Files.exists(sessions), "skipped: no recorded sessions at ../shared/data");
    Path site = ROOT.resolve("deploy/examples/garage/garage.yaml");
    String[] options = {
      "--site", site.toString(), "--sessions", sessions.toString(), "--sessions-speed", "600"
    };
    try (Launcher up = Launcher.start(options)) {
      up.awaitReady();
      await("vehicles come, charge and go as recorded")
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                JsonNode played = up.http().get(up.control("/state")).path("sessions");
                assertThat(played.path("speed").asDouble()).isEqualTo(600);
                assertThat(played.path("ended").asInt()).as("%s", played).isPositive();
                assertThat(played.path("servedKilowattHours").asDouble()).isPositive();
              });
    }
  }

  /** A real feeder's load, a minute of it each second, while meters and vehicles stay real. */
  @Test
  void replaysARecordedLoadOfAFeeder() throws Exception {
    Path load = ROOT.resolve("../shared/data/site-load/ieee-eu-lv-profiles.tar.gz").normalize();
    assumeTrue(Files.exists(load), "skipped: no recorded load at ../shared/data");
    Path site = ROOT.resolve("deploy/e2e/src/test/resources/sites/garage.yaml");
    try (Launcher up =
        Launcher.start("--site", site.toString(), "--load", load.toString(), "--speed", "60")) {
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
}
