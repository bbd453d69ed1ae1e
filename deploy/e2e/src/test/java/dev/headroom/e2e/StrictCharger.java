package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A charger that nobody here wrote: npm's ocpp-rpc in strict mode, which holds every message
 * against the official schemas. Where it is not installed the test says that it skips.
 */
final class StrictCharger implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Schedules begin as much earlier, for the chargers whose clocks are behind. */
  private static final Duration CLOCKS = Duration.ofSeconds(30);

  private final Path log;
  private final Process process;

  private StrictCharger(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  /** Boots, authorizes and begins to charge. */
  static StrictCharger start(Cluster cluster, String station, String password, String version)
      throws IOException {
    String modules = System.getenv().getOrDefault("HEADROOM_NODE_MODULES", "");
    assumeTrue(!modules.isEmpty(), "skipped: HEADROOM_NODE_MODULES names no npm modules");
    assumeTrue(Programs.runs("node", "--version"), "skipped: no node here");
    Path log = cluster.directory().resolve(station + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            Path.of(System.getProperty("headroom.root"), "deploy/e2e/src/test/node/charger.js")
                .toString(),
            "ws://127.0.0.1:" + cluster.ports().gateway() + "/ocpp",
            station,
            password,
            version);
    builder.environment().put("NODE_PATH", modules);
    return new StrictCharger(
        log, builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  /** Its socket is cut for some seconds, while its vehicle goes on charging. */
  void goOffline() throws IOException {
    process.getOutputStream().write("offline\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Stops its transaction and leaves. */
  void leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  List<JsonNode> events(String event) {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("{"))
          .map(StrictCharger::parse)
          .filter(node -> node.path("event").asText().equals(event))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The profiles of this purpose that it accepted, in order. */
  List<JsonNode> profiles(String purpose) {
    return events("profile").stream()
        .filter(event -> event.path("accepted").asBoolean(true))
        .map(event -> event.path("profile"))
        .filter(profile -> profile.path("chargingProfilePurpose").asText().equals(purpose))
        .toList();
  }

  /** Its live limit in amperes; 0 before it was given one. */
  double limit() {
    List<JsonNode> live = profiles("TxProfile");
    return live.isEmpty() ? 0 : firstLimit(live.getLast());
  }

  static JsonNode periods(JsonNode profile) {
    return profile.path("chargingSchedule").path("chargingSchedulePeriod");
  }

  static double firstLimit(JsonNode profile) {
    return periods(profile).path(0).path("limit").asDouble();
  }

  /** It was understood, found no fault in a single message, and its limits fall back (S5). */
  void assertFaultless() {
    assertThat(events("invalid")).isEmpty();
    assertThat(events("failed")).isEmpty();
    assertThat(events("closed")).hasSize(1);
    assertThat(events("booted").getFirst().path("status").asText()).isEqualTo("Accepted");
    assertThat(profiles("TxDefaultProfile"))
        .isNotEmpty()
        .allSatisfy(profile -> assertThat(firstLimit(profile)).isEqualTo(6));
    assertThat(profiles("TxProfile"))
        .isNotEmpty()
        .allSatisfy(
            profile -> {
              JsonNode periods = periods(profile);
              assertThat(periods).hasSize(3);
              assertThat(periods.get(1).path("startPeriod").asLong())
                  .isLessThanOrEqualTo(Cluster.TTL.plus(CLOCKS).toSeconds());
              assertThat(periods.get(1).path("limit").asDouble()).isLessThanOrEqualTo(6);
              assertThat(periods.get(2).path("limit").asDouble()).isEqualTo(6);
            });
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
