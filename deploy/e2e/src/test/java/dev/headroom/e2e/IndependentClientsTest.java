package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.cli.cluster.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A charger and a meter nobody here wrote. */
class IndependentClientsTest {

  private static final String SHARED_PASSWORD = "shared-password-00";

  private static Cluster cluster;

  @BeforeAll
  static void startAll() {
    cluster = Cluster.start(IndependentClientsTest.class, List.of("home"));
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6", "2.0.1"})
  void aStrictChargerFindsNoFaultAndIsGivenALimitWithATail(String version) throws Exception {
    try (StrictCharger charger =
        StrictCharger.start(cluster, "workshop-bay", Cluster.WORKSHOP_PASSWORD, version)) {
      await("a live limit of the rated maximum in " + version)
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertThat(charger.limit()).isEqualTo(40));
      charger.leave();
      charger.assertFaultless();
    }
    await("the session is stored with its token")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(sessions("workshop"))
                    .contains(version.equals("1.6") ? "ABCDEF01" : "ABCDEF02"));
  }

  /** 50 A are left for two that could take 40 A each. */
  @Test
  void chargersOfBothVersionsShareFairlyAndOneComesBackFromBeingOffline() throws Exception {
    cluster.putSite("shared");
    cluster.provision("shared-old", SHARED_PASSWORD);
    cluster.provision("shared-new", SHARED_PASSWORD);
    try (StrictCharger old = StrictCharger.start(cluster, "shared-old", SHARED_PASSWORD, "1.6");
        StrictCharger young =
            StrictCharger.start(cluster, "shared-new", SHARED_PASSWORD, "2.0.1")) {
      await("equal limits at the binding circuit")
          .atMost(Duration.ofSeconds(120))
          .untilAsserted(() -> assertShared(old, young));
      assertThat(
              cluster.http().get(cluster.at(Service.EVSE_GATEWAY, "/api/v1/stations")).toString())
          .contains("\"ocppVersion\":\"1.6\"", "\"ocppVersion\":\"2.0.1\"");
      assertThat(young.events("cleared")).as("an earlier system's profile").hasSize(1);

      int before = young.profiles("TxProfile").size();
      young.goOffline();
      await("back with its queue, without a boot")
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(young.events("online")).hasSize(1));
      assertThat(young.events("online").getFirst().path("replayed").asInt()).isPositive();
      await("limits again")
          .atMost(Duration.ofSeconds(120))
          .untilAsserted(
              () -> {
                assertThat(young.profiles("TxProfile")).hasSizeGreaterThan(before);
                assertShared(old, young);
              });
      old.leave();
      await("one that is gone, of no proven model, is counted at its rated maximum (S10)")
          .atMost(Duration.ofSeconds(120))
          .untilAsserted(() -> assertThat(young.limit()).isBetween(6.0, 10.0));
      young.leave();
      old.assertFaultless();
      young.assertFaultless();
      assertThat(young.events("booted")).hasSize(1);
    }
    await("both sessions are stored")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(sessions("shared")).contains("ABCDEF01", "ABCDEF02"));
  }

  private static void assertShared(StrictCharger old, StrictCharger young) {
    assertThat(old.limit()).isBetween(20.0, 25.0);
    assertThat(young.limit()).isCloseTo(old.limit(), within(1.0));
  }

  private static String sessions(String site) {
    return cluster
        .http()
        .get(cluster.at(Service.EVSE_GATEWAY, "/api/v1/sessions?site=" + site))
        .toString();
  }

  /** Debian's libcoap over DTLS with a pre-shared key. */
  @Test
  void libcoapsClientIsHeardAsAMeter() throws Exception {
    assumeTrue(
        Programs.runs("sh", "-c", "command -v coap-client-openssl"),
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
}
