package dev.headroom.allocator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A site is changed over REST at an instance that does not own it. */
@QuarkusTest
@TestProfile(ElsewhereTest.Impatient.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(SitesDirectoryResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Quarkus injects what a test asks for
class ElsewhereTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String BESIDE = "beside";

  /** Long enough for an owner that answers, short enough to wait for one that does not. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("headroom.allocator.answer-within", "5s");
    }
  }

  @TestHTTPResource URI address;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  @ConfigProperty(name = "headroom.topics.partitions")
  int partitions;

  private Http http;
  private Process beside;

  @BeforeAll
  void start() throws Exception {
    http = new Http(address, SOON);
    await().atMost(SOON).until(() -> http.status("/q/health/ready") == 200);
    keepWhoIsSilent();
    beside = Instance.apart(BESIDE, servers, "headroom.topics.partitions=" + partitions);
    await("half of the partitions are elsewhere")
        .atMost(SOON)
        .until(() -> besides().size() == partitions / 2);
  }

  @AfterAll
  void stop() {
    beside.destroyForcibly();
    http.close();
  }

  /** An owner that sleeps must still be a member when it wakes. */
  private void keepWhoIsSilent() throws Exception {
    var group = new ConfigResource(ConfigResource.Type.GROUP, "headroom-allocator-2");
    var patience = new ConfigEntry("streams.session.timeout.ms", "60000");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(group, List.of(new AlterConfigOp(patience, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  @Test
  void whoeverIsAskedAnswersWhatTheOwnerDecides() throws IOException {
    String site = siteElsewhere("far");

    HttpResponse<String> created = put(site, Fixtures.yaml(site));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    assertThat(created.headers().firstValue("ETag")).contains("\"1\"");
    JsonNode limits = http.eventually("/api/v1/sites/" + site + "/limits");
    assertThat(limits.path("owner").path("instance").asText()).isEqualTo(BESIDE);
    HttpResponse<String> changed = put(site, breaker(site, 120), "If-Match", "\"1\"");
    assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");

    HttpResponse<String> stale = put(site, breaker(site, 150), "If-Match", "\"1\"");
    assertThat(stale.statusCode()).as(stale.body()).isEqualTo(409);
    assertThat(http.json(stale).path("currentVersion").asInt()).isEqualTo(2);
    // Only the owner can tell that there is no newer version than is known here.
    HttpResponse<String> unheardOf = put(site, breaker(site, 150), "If-Match", "\"9\"");
    assertThat(unheardOf.statusCode()).as(unheardOf.body()).isEqualTo(409);
    assertThat(http.json(unheardOf).path("currentVersion").asInt()).isEqualTo(2);
    assertThat(http.json(unheardOf).path("findings").path(0).path("path").asText())
        .isEqualTo("baseVersion");
    assertThat(delete(site, "\"1\"").statusCode()).isEqualTo(409);
    assertThat(delete(site, "\"9\"").statusCode()).isEqualTo(409);

    assertThat(delete(site, "\"2\"").statusCode()).isEqualTo(204);
    assertThat(http.status("/api/v1/sites/" + site)).isEqualTo(404);
  }

  @Test
  void whatAnOwnerDidNotAnswerInTimeMayStillBeApplied() throws Exception {
    String site = siteElsewhere("late");

    signal("STOP");
    HttpResponse<String> created = put(site, Fixtures.yaml(site));
    assertUnanswered(created);
    assertThat(http.status("/api/v1/sites/" + site)).isEqualTo(404);
    signal("CONT");
    JsonNode later = http.eventually("/api/v1/sites/" + site);
    assertThat(later.path("version").asInt()).isEqualTo(1);
    assertThat(http.json(put(site, Fixtures.yaml(site))).path("version").asInt()).isEqualTo(1);

    signal("STOP");
    HttpResponse<String> deleted = delete(site, "\"1\"");
    assertUnanswered(deleted);
    assertThat(http.status("/api/v1/sites/" + site)).isEqualTo(200);
    signal("CONT");
    await().atMost(SOON).until(() -> http.status("/api/v1/sites/" + site) == 404);
  }

  private void assertUnanswered(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(http.json(answer).path("detail").asText())
        .contains("did not answer within 5 s", "may still be applied", "read the site");
  }

  /** What a machine out of breath does to a process, on any Unix. */
  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(beside.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private String siteElsewhere(String prefix) throws IOException {
    Set<Integer> besides = besides();
    return IntStream.range(0, 1000)
        .mapToObj(number -> prefix + "-" + number)
        .filter(site -> besides.contains(SitePartitioner.partitionOf(site, partitions)))
        .findFirst()
        .orElseThrow();
  }

  private Set<Integer> besides() throws IOException {
    Set<Integer> owned = new HashSet<>();
    for (JsonNode owner : http.json(http.get("/api/v1/owners"))) {
      if (owner.path("instance").asText().equals(BESIDE)) {
        owned.add(owner.path("partition").asInt());
      }
    }
    return owned;
  }

  private static String breaker(String site, int amps) {
    return Fixtures.yaml(site).replace("breakerAmps: 100", "breakerAmps: " + amps);
  }

  private HttpResponse<String> put(String site, String yaml, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Content-Type", "application/yaml"), Stream.of(headers))
            .toArray(String[]::new);
    return http.ask("PUT", "/api/v1/sites/" + site, yaml, all);
  }

  private HttpResponse<String> delete(String site, String ifMatch) {
    return http.ask("DELETE", "/api/v1/sites/" + site, "", "If-Match", ifMatch);
  }
}
