package dev.headroom.allocator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(SitesDirectoryResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus injects what a test asks for
class SiteChangesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String[] YAML = {"Content-Type", "application/yaml"};

  @TestHTTPResource URI address;

  @ConfigProperty(name = "headroom.allocator.sites-directory")
  Path directory;

  private Http http;

  @BeforeEach
  void connect() {
    http = new Http(address, SOON);
    await().atMost(SOON).until(() -> http.status("/q/health/ready") == 200);
  }

  @AfterEach
  void disconnect() {
    http.close();
  }

  @Test
  void aSiteIsCreatedChangedAndDeleted() throws IOException {
    HttpResponse<String> created = put("lime", Fixtures.yaml("lime"));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    assertThat(created.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(http.json(created).path("version").asInt()).isEqualTo(1);
    assertThat(http.json(created).path("warnings").isArray()).isTrue();
    http.eventually("/api/v1/sites/lime/limits");

    HttpResponse<String> changed = put("lime", changed("lime"), "If-Match", "\"1\"");
    assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
    JsonNode site = http.json(http.get("/api/v1/sites/lime"));
    assertThat(site.path("version").asInt()).isEqualTo(2);
    assertThat(site.path("origin").path("proposedBy").asText()).isEqualTo("rest");
    assertThat(http.get("/api/v1/sites/lime").headers().firstValue("ETag")).contains("\"2\"");

    assertThat(delete("lime", "If-Match", "\"1\"").statusCode()).isEqualTo(409);
    assertThat(delete("lime").statusCode()).isEqualTo(428);
    assertThat(delete("lime", "If-Match", "\"2\"").statusCode()).isEqualTo(204);
    assertThat(http.status("/api/v1/sites/lime")).isEqualTo(404);
    assertThat(delete("lime", "If-Match", "*").statusCode()).isEqualTo(404);
    await().atMost(SOON).until(() -> http.status("/api/v1/sites/lime/limits") == 404);
  }

  @Test
  void theSameAgainIsTheSameVersionWhateverWasExpected() throws IOException {
    put("plum", Fixtures.yaml("plum"));

    HttpResponse<String> again = put("plum", "# again\n" + Fixtures.yaml("plum"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(http.json(again).path("version").asInt()).isEqualTo(1);
    assertThat(put("plum", Fixtures.yaml("plum"), "If-None-Match", "*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aChangeFromAnotherVersionIsAConflictThatNamesTheCurrentOne() throws IOException {
    put("pear", Fixtures.yaml("pear"));
    put("pear", changed("pear"), "If-Match", "\"1\"");
    String third = Fixtures.yaml("pear").replace("breakerAmps: 100", "breakerAmps: 150");

    HttpResponse<String> stale = put("pear", third, "If-Match", "\"1\"");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(http.json(stale).path("currentVersion").asInt()).isEqualTo(2);
    HttpResponse<String> tooNew = put("pear", third, "If-Match", "\"9\"");
    assertThat(tooNew.statusCode()).isEqualTo(409);
    assertThat(http.json(tooNew).path("findings").path(0).path("path").asText())
        .isEqualTo("baseVersion");
    assertThat(http.json(http.get("/api/v1/sites/pear")).has("rejection")).isTrue();
    assertThat(put("pear", third, "If-None-Match", "*").statusCode()).isEqualTo(409);
    assertThat(put("pear", third).statusCode()).isEqualTo(428);
    assertThat(put("pear", third, "If-Match", "W/\"2\"").statusCode()).isEqualTo(400);
    HttpResponse<String> fresh = http.ask("PUT", "/api/v1/sites/pear?baseVersion=2", third, YAML);
    assertThat(http.json(fresh).path("version").asInt()).isEqualTo(3);
    assertThat(http.json(http.get("/api/v1/sites/pear")).has("rejection")).isFalse();
    assertThat(put("nowhere", Fixtures.yaml("nowhere"), "If-Match", "\"1\"").statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatCannotBeRunIsRefusedWithPathLineAndRemedy() throws IOException {
    String unsound = Fixtures.yaml("fig").replace("breakerAmps: 100", "breakerAmps: -1");

    HttpResponse<String> answer = put("fig", unsound);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode finding = http.json(answer).path("findings").path(0);
    assertThat(finding.path("path").asText()).isEqualTo("spec.circuits[0].breakerAmps");
    assertThat(finding.path("line").asInt()).isEqualTo(9);
    assertThat(finding.path("remedy").asText()).isNotEmpty();
    assertThat(put("fig", Fixtures.yaml("other")).statusCode()).isEqualTo(422);
    assertThat(http.status("/api/v1/sites/fig")).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'{', application/yaml, 400",
    "'', application/yaml, 400",
    "'a: 1', text/plain, 415",
    "'{}', application/json, 422",
  })
  void whatIsNoSiteFileIsRefusedForWhatItIs(String body, String type, int status)
      throws IOException {
    HttpResponse<String> answer = http.ask("PUT", "/api/v1/sites/fig", body, "Content-Type", type);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(http.json(answer).path("status").asInt()).isEqualTo(status);
  }

  @Test
  void aBodyLargerThanASiteFileIsTooLarge() {
    assertThat(put("fig", "#".repeat(600_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsReadAsYamlOrJsonCanBePutBack() throws IOException {
    put("date", Fixtures.yaml("date"));
    HttpResponse<String> yaml =
        http.ask("GET", "/api/v1/sites/date", "", "Accept", "application/yaml");
    assertThat(yaml.headers().firstValue("ETag")).contains("\"1\"");

    assertThat(http.json(put("date", yaml.body())).path("version").asInt()).isEqualTo(1);
    String json =
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(http.json(http.get("/api/v1/sites/date")).path("definition"));
    HttpResponse<String> again =
        http.ask("PUT", "/api/v1/sites/date", json, "Content-Type", "application/json");
    assertThat(http.json(again).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aSiteKeptInAFileIsChangedThere() throws IOException {
    Files.writeString(directory.resolve("kiwi.yaml"), Fixtures.yaml("kiwi"));
    http.eventually("/api/v1/sites/kiwi");

    HttpResponse<String> refused = put("kiwi", changed("kiwi"), "If-Match", "\"1\"");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(http.json(refused).path("detail").asText()).contains("kiwi.yaml");
    assertThat(delete("kiwi", "If-Match", "*").statusCode()).isEqualTo(409);

    HttpResponse<String> taken =
        http.ask("PUT", "/api/v1/sites/kiwi?takeOver=true&baseVersion=1", changed("kiwi"), YAML);
    assertThat(http.json(taken).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void theSchemaAndEveryAnswerAreDescribed() throws IOException {
    JsonNode schema = http.json(http.get("/api/v1/schema/site.json"));
    assertThat(schema.path("properties").has("spec")).isTrue();

    JsonNode api = http.json(http.get("/q/openapi?format=json"));
    JsonNode change = api.path("paths").path("/api/v1/sites/{site}").path("put");
    assertThat(change.path("responses").propertyStream().map(Map.Entry::getKey))
        .contains("200", "400", "409", "413", "415", "422", "428", "503");
    assertThat(change.path("responses").path("422").path("content").has("application/problem+json"))
        .isTrue();
    assertThat(
            api.path("components")
                .path("schemas")
                .path("Problem")
                .path("properties")
                .has("findings"))
        .isTrue();
  }

  private static String changed(String site) {
    return Fixtures.yaml(site).replace("breakerAmps: 100", "breakerAmps: 120");
  }

  private HttpResponse<String> put(String site, String yaml, String... headers) {
    String[] all =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(YAML), java.util.Arrays.stream(headers))
            .toArray(String[]::new);
    return http.ask("PUT", "/api/v1/sites/" + site, yaml, all);
  }

  private HttpResponse<String> delete(String site, String... headers) {
    return http.ask("DELETE", "/api/v1/sites/" + site, "", headers);
  }
}
