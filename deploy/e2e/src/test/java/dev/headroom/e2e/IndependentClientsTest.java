package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.cluster.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A charger and a meter nobody here wrote. */
class IndependentClientsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Cluster cluster;

  @BeforeAll
  static void startAll() {
    cluster = Cluster.start(IndependentClientsTest.class, List.of("home"));
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  /** npm's ocpp-rpc in strict mode; where it is not installed the test says that it skips. */
  @Test
  void aStrictChargerFindsNoFaultAndIsGivenALimitWithATail() throws Exception {
    String modules = System.getenv().getOrDefault("HEADROOM_NODE_MODULES", "");
    assumeTrue(!modules.isEmpty(), "skipped: HEADROOM_NODE_MODULES names no npm modules");
    assumeTrue(runs("node", "--version"), "skipped: no node here");
    Path log = cluster.directory().resolve("charger.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            Path.of(System.getProperty("headroom.root"), "deploy/e2e/src/test/node/charger.js")
                .toString(),
            "ws://127.0.0.1:" + cluster.ports().gateway() + "/ocpp",
            "workshop-bay",
            Cluster.WORKSHOP_PASSWORD);
    builder.environment().put("NODE_PATH", modules);
    Process charger = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      await("a live limit of the rated maximum")
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () ->
                  assertThat(profiles(log, "TxProfile"))
                      .anySatisfy(profile -> assertThat(firstLimit(profile)).isEqualTo(40)));
      charger.getOutputStream().close();
      assertThat(charger.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      charger.destroyForcibly();
    }
    assertThat(events(log, "invalid")).isEmpty();
    assertThat(events(log, "failed")).isEmpty();
    assertThat(events(log, "closed")).hasSize(1);
    assertThat(events(log, "booted").getFirst().path("status").asText()).isEqualTo("Accepted");
    assertThat(profiles(log, "TxDefaultProfile"))
        .allSatisfy(
            profile -> {
              assertThat(profile.path("stackLevel").asInt()).isZero();
              assertThat(firstLimit(profile)).isEqualTo(6);
            })
        .isNotEmpty();
    assertThat(profiles(log, "TxProfile"))
        .allSatisfy(
            profile -> {
              JsonNode periods = profile.path("chargingSchedule").path("chargingSchedulePeriod");
              assertThat(periods).hasSize(3);
              assertThat(periods.get(1).path("startPeriod").asLong())
                  .isLessThanOrEqualTo(Cluster.TTL.toSeconds());
              assertThat(periods.get(1).path("limit").asDouble()).isLessThanOrEqualTo(6);
              assertThat(periods.get(2).path("limit").asDouble()).isEqualTo(6);
            });
    await("the session is stored with its energy")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode sessions =
                  cluster
                      .http()
                      .get(cluster.at(Service.EVSE_GATEWAY, "/api/v1/sessions?site=workshop"));
              assertThat(sessions.toString()).contains("ABCDEF01");
            });
  }

  /** Debian's libcoap over DTLS with a pre-shared key. */
  @Test
  void libcoapsClientIsHeardAsAMeter() throws Exception {
    assumeTrue(
        runs("sh", "-c", "command -v coap-client-openssl"),
        "skipped: no coap-client-openssl here (Debian: libcoap3-bin)");
    double before = cluster.counter(Service.METER_INGEST, "headroom_readings_total", "accepted");
    String pack =
        "[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":12.5},{\"n\":\"i/L2\",\"u\":\"A\",\"v\":7.25},"
            + "{\"n\":\"i/L3\",\"u\":\"A\",\"v\":3}]";
    String answer = send(Cluster.WORKSHOP_METER_KEY, pack);
    assertThat(answer).doesNotContain("4.").doesNotContain("5.");
    await("the reading is counted")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        cluster.counter(
                            Service.METER_INGEST, "headroom_readings_total", "accepted"))
                    .isGreaterThan(before));
    await("the allocator sees it")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              send(Cluster.WORKSHOP_METER_KEY, pack);
              assertThat(cluster.limits("workshop").toString()).contains("12.5");
            });
    for (String nonsense : List.of("-1", "NaN", "1e400", "\"12\"")) {
      assertThat(
              send(
                  Cluster.WORKSHOP_METER_KEY,
                  "[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":" + nonsense + "}]"))
          .as(nonsense)
          .contains("4.");
    }
    double heard = cluster.counter(Service.METER_INGEST, "headroom_readings_total", "accepted");
    send("not-the-key", pack);
    await("the wrong key is counted")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        cluster.counter(
                            Service.METER_INGEST, "headroom_dtls_handshakes_total", "wrong-key"))
                    .isPositive());
    assertThat(cluster.counter(Service.METER_INGEST, "headroom_readings_total", "accepted"))
        .as("the simulated meter goes on, the wrong key adds nothing of the workshop's")
        .isGreaterThan(heard);
  }

  private static String send(String key, String pack) throws IOException, InterruptedException {
    Process client =
        new ProcessBuilder(
                "coap-client-openssl",
                "-m",
                "post",
                "-t",
                "110",
                "-B",
                "10",
                "-u",
                "workshop/main",
                "-k",
                key,
                "-e",
                pack,
                "coaps://127.0.0.1:" + cluster.ports().coaps() + "/readings")
            .redirectErrorStream(true)
            .start();
    String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    client.waitFor();
    return output;
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<JsonNode> events(Path log, String event) {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("{"))
          .map(IndependentClientsTest::parse)
          .filter(node -> node.path("event").asText().equals(event))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> profiles(Path log, String purpose) {
    return events(log, "profile").stream()
        .map(event -> event.path("profile"))
        .filter(profile -> profile.path("chargingProfilePurpose").asText().equals(purpose))
        .toList();
  }

  private static double firstLimit(JsonNode profile) {
    return profile
        .path("chargingSchedule")
        .path("chargingSchedulePeriod")
        .path(0)
        .path("limit")
        .asDouble();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
