package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.Headroom;
import dev.headroom.cli.cluster.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A site is changed and deleted over REST, seen in a terminal, and felt at its chargers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SitesOverRestTest {

  private static final double FALLBACK_AMPERES = 6;

  private static Cluster cluster;

  @BeforeAll
  static void startAll() {
    cluster = Cluster.start(SitesOverRestTest.class, List.of("home"));
    cluster.world().baseTo("home", "L1", 10);
    cluster.world().baseTo("home", "L2", 10);
    cluster.world().plug("home", "left");
    cluster.world().plug("home", "right");
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  private static void eventually(String what, ThrowingRunnable assertion) {
    await(what).atMost(Duration.ofSeconds(90)).untilAsserted(assertion);
  }

  private static double draw(String evse) {
    return cluster.world().draw("home", evse);
  }

  private static URI home(String query) {
    return cluster.at(Service.ALLOCATOR, "/api/v1/sites/home" + query);
  }

  private static long version() {
    return cluster.http().get(home("")).path("version").asLong();
  }

  /** What a command of the front door prints. */
  private static String printed(String... arguments) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", cluster.at(Service.ALLOCATOR, "").toString()));
    int status =
        Headroom.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(all.toArray(String[]::new));
    assertThat(status).as("%s", out).isZero();
    return out.toString();
  }

  /** 80 A less 10 A of base load, for two of 48 A. */
  @Test
  @Order(1)
  void aTerminalShowsWhatTheChargersDo() throws IOException {
    eventually(
        "both share what there is",
        () -> {
          assertThat(draw("left")).isBetween(28.0, 36.0);
          assertThat(draw("right")).isBetween(28.0, 36.0);
          assertThat(printed("watch", "--once"))
              .contains("home", "service", "L1", "L2", "left", "right", "fair share of service");
        });
    List<String> lines = printed("watch", "--once", "--json", "--site", "home").lines().toList();
    List<JsonNode> messages = new ArrayList<>();
    for (String line : lines) {
      messages.add(new ObjectMapper().readTree(line));
    }
    assertThat(messages).isNotEmpty().allMatch(JsonNode::isObject);
    assertThat(String.join("\n", lines)).contains("\"left\"").doesNotContain("workshop");
  }

  @Test
  @Order(2)
  void aDefinitionOverRestReachesItsChargers() throws IOException {
    String less =
        Files.readString(cluster.sitesDirectory().resolve("home.yaml"))
            .replaceFirst("maximumAmps: 48", "maximumAmps: 16");
    long before = version();

    Http.Answer kept = cluster.http().put(home("?baseVersion=" + before), "application/yaml", less);
    assertThat(kept.status()).as("%s", kept.body()).isEqualTo(409);
    assertThat(kept.body().toString()).contains("home.yaml");

    Http.Answer taken =
        cluster.http().put(home("?takeOver=true&baseVersion=" + before), "application/yaml", less);
    assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
    assertThat(version()).isEqualTo(before + 1);
    eventually(
        "the one has its new maximum, and the other what it leaves",
        () -> {
          assertThat(draw("left")).isBetween(6.0, 16.0);
          assertThat(draw("right")).isGreaterThan(40);
        });

    Http.Answer stale =
        cluster
            .http()
            .put(
                home("?takeOver=true&baseVersion=" + before),
                "application/yaml",
                less.replaceFirst("maximumAmps: 16", "maximumAmps: 20"));
    assertThat(stale.status()).as("%s", stale.body()).isEqualTo(409);
    assertThat(stale.body().path("currentVersion").asLong()).isEqualTo(before + 1);
    Http.Answer wrong =
        cluster
            .http()
            .put(
                home("?takeOver=true&baseVersion=" + version()),
                "application/yaml",
                less.replaceFirst("worstCaseBaseAmps: 60", "worstCaseBaseAmps: 79"));
    assertThat(wrong.status()).as("%s", wrong.body()).isEqualTo(422);
    assertThat(wrong.body().toString()).contains("remedy");
  }

  /** Nobody looks after a deleted site any more, so its chargers fall back at once. */
  @Test
  @Order(3)
  void chargersOfADeletedSiteFallBack() {
    Http.Answer deleted = cluster.http().delete(home("?takeOver=true&baseVersion=" + version()));
    assertThat(deleted.status()).as("%s", deleted.body()).isEqualTo(204);
    eventually(
        "both are at their fallback",
        () -> {
          assertThat(draw("left")).isLessThanOrEqualTo(FALLBACK_AMPERES);
          assertThat(draw("right")).isLessThanOrEqualTo(FALLBACK_AMPERES);
        });
    assertThat(printed("watch", "--once")).doesNotContain("left");
  }
}
