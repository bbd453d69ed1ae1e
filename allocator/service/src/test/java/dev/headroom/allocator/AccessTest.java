package dev.headroom.allocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.embedded.TopicReader;
import dev.headroom.embedded.quarkus.BrokerSwitch;
import dev.headroom.embedded.quarkus.IssuerResource;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see and change which site, by tokens of an issuer, and what the audit tells of it. */
@QuarkusTest
@TestProfile(AccessTest.WithIssuer.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(SitesDirectoryResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus injects what a test asks for
class AccessTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  public static final class WithIssuer implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(IssuerResource.class));
    }
  }

  @TestHTTPResource URI address;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  private final ObjectMapper json = new ObjectMapper();
  private Http http;

  /** Ready before the issuer has ever answered: it does with the first token. */
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
  void eachSeesAndChangesTheSitesThatAreTheirs() throws IOException {
    assertThat(http.status("/api/v1/sites")).isEqualTo(401);
    assertThat(http.status("/api/v1/limits")).isEqualTo(401);
    assertThat(put("north-1", "viewer:*").statusCode()).isEqualTo(403);
    assertThat(put("north-1", "commissioner:south-*").statusCode()).isEqualTo(403);
    HttpResponse<String> created = put("north-1", "commissioner:north-*");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    assertThat(put("south-1", "commissioner:south-*").statusCode()).isEqualTo(200);

    assertThat(get("/api/v1/sites", "viewer:north-*").body())
        .contains("north-1")
        .doesNotContain("south-1");
    assertThat(get("/api/v1/sites/north-1", "viewer:north-*").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/sites/north-1", "viewer:south-*").statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/sites/north-1/limits", "viewer:south-*").statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/sites/north-1", "utility:*").statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/schema/site.json", "utility:*").statusCode()).isEqualTo(200);
    assertThat(
            http.json(get("/api/v1/sites/north-1", "viewer:north-*"))
                .path("origin")
                .path("proposedBy")
                .asText())
        .isEqualTo("rest:ann");
  }

  @Test
  void aStreamHoldsTheSitesOneMaySee() {
    put("east-1", "admin:*");
    put("west-1", "admin:*");
    await()
        .atMost(SOON)
        .until(() -> get("/api/v1/sites/west-1/limits", "admin:*").statusCode() == 200);
    await()
        .atMost(SOON)
        .until(() -> get("/api/v1/sites/east-1/limits", "admin:*").statusCode() == 200);
    assertThat(get("/api/v1/limits?site=west-1", "viewer:east-*").statusCode()).isEqualTo(403);
    List<String> lines = new ArrayList<>();
    try (Stream<String> stream = http.stream("/api/v1/limits", bearer("viewer:east-*"))) {
      var all = stream.iterator();
      while (lines.stream().noneMatch(line -> line.startsWith("data:") && line.contains("evses"))) {
        lines.add(all.next());
      }
    }
    assertThat(String.join("\n", lines)).contains("east-1").doesNotContain("west-1");
  }

  @Test
  void aSocketOpensForTheSitesOneMaySee() {
    put("oak-1", "admin:*");
    put("pine-1", "admin:*");
    for (String site : List.of("oak-1", "pine-1")) {
      String limits = "/api/v1/sites/" + site + "/limits";
      await().atMost(SOON).until(() -> get(limits, "admin:*").statusCode() == 200);
    }
    assertThat(refusal("")).isEqualTo(401);
    assertThat(refusal("", "Authorization", "Bearer nonsense")).isEqualTo(401);
    assertThat(refusal("", with("utility:*"))).isEqualTo(403);
    assertThat(refusal("?site=pine-1", with("viewer:oak-*"))).isEqualTo(403);
    try (SocketClient socket = new SocketClient(socket(""), with("viewer:oak-*"))) {
      assertThat(socket.next().path("data").path("sites"))
          .extracting(JsonNode::asText)
          .containsExactly("oak-1");
    }
  }

  /** The status with which the socket is refused. */
  private int refusal(String query, String... headers) {
    CompletionException refused =
        assertThrows(
            CompletionException.class, () -> new SocketClient(socket(query), headers).close());
    if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
      return handshake.getResponse().statusCode();
    }
    throw refused;
  }

  private URI socket(String query) {
    String at = address.resolve("/api/v1/limits/ws" + query).toString();
    return URI.create(at.replaceFirst("^http", "ws"));
  }

  @Test
  void nobodyTakesAStationOfASiteThatIsNotTheirs() {
    put("maple-1", "admin:*");
    String claims = Fixtures.yaml("palm-1").replace("station: palm-1-1", "station: maple-1-1");
    HttpResponse<String> refused = put("palm-1", claims, "commissioner:palm-*");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("maple-1");
  }

  @Test
  void theAuditTellsWhoChangedWhatAndWhy() throws IOException {
    put("pine", Fixtures.yaml("pine"), "commissioner:pine", "X-Reason", "a first panel");
    put(
        "pine",
        Fixtures.yaml("pine").replace("breakerAmps: 100", "breakerAmps: 120"),
        "commissioner:pine",
        "If-Match",
        "\"1\"",
        "X-Request-Id",
        "r-2",
        "traceparent",
        TRACE);
    http.ask("DELETE", "/api/v1/sites/pine", "", with("admin:*", "If-Match", "\"9\""));
    http.ask("DELETE", "/api/v1/sites/pine", "", with("admin:*", "If-Match", "\"2\""));

    List<ConsumerRecord<String, String>> records =
        TopicReader.all(servers, "headroom.audit").stream()
            .filter(record -> record.key().equals("pine"))
            .toList();
    assertThat(records.stream().map(this::read).map(it -> what(it)))
        .containsExactly(
            "site.define requested",
            "site.define done",
            "site.define requested",
            "site.define done",
            "site.delete requested",
            "site.delete refused",
            "site.delete requested",
            "site.delete done");
    JsonNode first = read(records.get(1));
    assertThat(first.path("actor").path("subject").asText()).isEqualTo("ann");
    assertThat(first.path("actor").path("issuer").asText()).startsWith("http://127.0.0.1:");
    assertThat(first.path("reason").asText()).isEqualTo("a first panel");
    assertThat(first.path("before").isNull()).isTrue();
    assertThat(breaker(first, "after")).isEqualTo(100);
    JsonNode second = read(records.get(3));
    assertThat(second.path("requestId").asText()).isEqualTo("r-2");
    assertThat(breaker(second, "before")).isEqualTo(100);
    assertThat(breaker(second, "after")).isEqualTo(120);
    assertThat(header(records.get(3), "traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
    assertThat(header(records.get(3), "ce_type")).isEqualTo("dev.headroom.audit.v1");
    assertThat(read(records.get(2)).path("id")).isEqualTo(second.path("id"));
  }

  @Test
  void whatCannotBeAuditedIsNotDone() {
    put("dark", "admin:*");
    BrokerSwitch.stop();
    try {
      HttpResponse<String> answer =
          http.ask("DELETE", "/api/v1/sites/dark", "", with("admin:*", "If-Match", "*"));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("audit", "nothing was changed");
    } finally {
      BrokerSwitch.restart();
    }
    await().atMost(SOON).until(() -> get("/api/v1/sites/dark", "admin:*").statusCode() == 200);
  }

  private JsonNode read(ConsumerRecord<String, String> record) {
    try {
      return json.readTree(record.value());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String what(JsonNode record) {
    return record.path("action").asText() + " " + record.path("outcome").asText();
  }

  private static int breaker(JsonNode record, String when) {
    return record.path(when).at("/spec/circuits/0/breakerAmps").asInt();
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private HttpResponse<String> put(String site, String grants) {
    return put(site, Fixtures.yaml(site), grants);
  }

  private HttpResponse<String> put(String site, String yaml, String grants, String... headers) {
    String[] typed =
        Stream.concat(Stream.of("Content-Type", "application/yaml"), Stream.of(headers))
            .toArray(String[]::new);
    return http.ask("PUT", "/api/v1/sites/" + site, yaml, with(grants, typed));
  }

  private HttpResponse<String> get(String path, String grants) {
    return http.ask("GET", path, "", with(grants));
  }

  private static String[] with(String grants, String... headers) {
    return Stream.concat(Stream.of("Authorization", bearer(grants)), Stream.of(headers))
        .toArray(String[]::new);
  }

  private static String bearer(String grants) {
    return "Bearer " + IssuerResource.tokens().token("ann", grants);
  }
}
