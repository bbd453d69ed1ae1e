package dev.headroom.allocator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong, the answer is a problem (RFC 9457). */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(SitesDirectoryResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus injects what a test asks for
class ProblemsTest {

  private static final String TYPE = "application/problem+json";
  private static final Duration SOON = Duration.ofSeconds(30);

  @TestHTTPResource URI address;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /nowhere                          | */*                | 404 | Not Found
          GET    | /api/v1/nowhere                   | */*                | 404 | Not Found
          GET    | /q/nowhere                        | */*                | 404 | Not Found
          GET    | /api/v1/sites/nowhere             | */*                | 404 | Unknown site
          GET    | /api/v1/sites/nowhere/limits      | */*                | 404 | Unknown site
          GET    | /api/v1/sites/nowhere/history     | */*                | 404 | Unknown site
          DELETE | /api/v1/sites/nowhere             | */*                | 404 | Unknown site
          POST   | /api/v1/sites                     | */*                | 405 | Method Not Allowed
          DELETE | /api/v1/limits                    | */*                | 405 | Method Not Allowed
          GET    | /api/v1/sites                     | image/png          | 406 | Not Acceptable
          GET    | /api/v1/limits                    | image/png          | 406 | Not Acceptable
          PUT    | /api/v1/sites/oak                 | */*                | 415 | Unsupported Media Type
          DELETE | /api/v1/sites/oak?baseVersion=x   | */*                | 400 | Malformed request
          GET    | /api/v1/sites/ivy/history?step=0  | */*                | 400 | Malformed request
          GET    | /api/v1/sites/ivy/history?step=1x | */*                | 400 | Malformed request
          GET    | /api/v1/sites/ivy/history?from=noon | */*              | 400 | Malformed request
          GET    | /api/v1/sites/ivy/history?to=2026-06-01 | */*          | 400 | Malformed request
          GET    | /api/v1/sites/ivy/history?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z | */* | 400 | Malformed request
          GET    | /api/v1/sites/ivy/history?from=2026-01-01T00:00:00Z&step=1 | */* | 400 | Malformed request
          """)
  void whatIsWrongIsAProblem(String method, String path, String accept, int status, String title)
      throws IOException {
    if (path.contains("ivy")) {
      http.ask(
          "PUT", "/api/v1/sites/ivy", Fixtures.yaml("ivy"), "Content-Type", "application/yaml");
      http.eventually("/api/v1/sites/ivy/limits");
    }
    String[] headers =
        method.equals("PUT")
            ? new String[] {"Accept", accept, "Content-Type", "text/csv"}
            : new String[] {"Accept", accept};
    assertProblem(http.ask(method, path, "", headers), status, title, path);
  }

  @Test
  void whatIsTooLargeIsOneToo() throws IOException {
    String path = "/api/v1/sites/oak";
    assertProblem(put(path, "#".repeat(600 << 10)), 413, "Too large", path);
  }

  private HttpResponse<String> put(String path, String body) {
    return http.ask("PUT", path, body, "Content-Type", "application/yaml");
  }

  private void assertProblem(HttpResponse<String> answer, int status, String title, String path)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(TYPE);
    assertProblem(http.json(answer), status, title, path);
  }

  private static void assertProblem(JsonNode problem, int status, String title, String path) {
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isEqualTo(title);
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).isEqualTo(path.replaceFirst("\\?.*", ""));
    assertThat(problem.path("type").asText())
        .isIn(
            "about:blank",
            "https://headroom.dev/problems/"
                + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
  }
}
