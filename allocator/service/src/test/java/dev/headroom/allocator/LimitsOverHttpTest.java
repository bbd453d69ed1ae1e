package dev.headroom.allocator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.headroom.allocator.api.Boards;
import dev.headroom.core.evse.EvseState;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams as dashboards get them. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(SitesDirectoryResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus injects what a test asks for
class LimitsOverHttpTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject Boards boards;
  @TestHTTPResource URI address;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  private Http http;
  private Wire wire;

  @BeforeEach
  void connect() {
    wire = new Wire(servers);
    http = new Http(address, SOON);
  }

  @AfterEach
  void disconnect() {
    wire.close();
    http.close();
  }

  @Test
  void theSnapshotComesFirstThenChangesAndSignsOfLife() throws IOException {
    site("tv-bay");
    site("tv-gum");

    try (SseClient client = stream("?site=tv-bay", Optional.empty())) {
      assertThat(client.type()).isEqualTo("text/event-stream");
      SseClient.Event snapshot = client.next();
      assertThat(snapshot.name()).isEqualTo("snapshot");
      assertThat(snapshot.data()).hasToString("{\"sites\":[\"tv-bay\"]}");
      SseClient.Event limits = client.next();
      assertThat(limits.name()).isEqualTo("limits");
      assertThat(limits.data().path("site").asText()).isEqualTo("tv-bay");
      assertThat(limits.data().path("evses")).hasSize(2);
      assertThat(client.lastId().orElseThrow()).matches("[0-9]+:[0-9.]+@[0-9a-z]+");
      client.until("");
      wire.send(Fixtures.charging("tv-gum", "left", Instant.now()));
      wire.send(Fixtures.charging("tv-bay", "left", Instant.now()));
      assertThat(client.until("evse"))
          .allSatisfy(event -> assertThat(event.data().toString()).doesNotContain("tv-gum"));
    }
  }

  @Test
  void aStreamGoesOnWhereItWasAndTellsNothingTwice() throws IOException {
    site("tv-fig");
    Optional<String> id;
    try (SseClient client = stream("?site=tv-fig", Optional.empty())) {
      client.until("limits");
      id = client.lastId();
    }
    wire.send(Fixtures.charging("tv-fig", "right", Instant.now()));
    await("it is known here")
        .atMost(SOON)
        .until(() -> stateOf("tv-fig", 1).path("online").asBoolean());

    try (SseClient client = stream("?site=tv-fig", id)) {
      List<SseClient.Event> told = client.until("evse");
      assertThat(told.getFirst().name()).isEqualTo("resumed");
      assertThat(told.getFirst().data()).hasToString("{\"sites\":[\"tv-fig\"]}");
      assertThat(told.getLast().data().path("evse").asText()).isEqualTo("right");
      assertThat(client.lastId()).isNotEqualTo(id);
    }
  }

  @Test
  void anIdOfNoUseLeadsToASnapshotThatSaysSo() throws IOException {
    site("tv-box");
    try (SseClient client = stream("?site=tv-box&lastEventId=7:9", Optional.empty())) {
      assertThat(client.next().data())
          .hasToString("{\"sites\":[\"tv-box\"],\"notResumed\":\"MALFORMED\"}");
    }
    try (SseClient client = stream("?site=tv-box", Optional.of("0:99999999999@mark"))) {
      assertThat(client.next().data().path("notResumed").asText()).isEqualTo("RECREATED");
    }
  }

  @Test
  void aWebSocketTellsTheSame() throws IOException {
    site("tv-sap");
    String id;
    try (SocketClient client = socket("?site=tv-sap")) {
      List<JsonNode> first = client.until(message -> message.has("id"));
      assertThat(first.getFirst())
          .hasToString("{\"event\":\"snapshot\",\"data\":{\"sites\":[\"tv-sap\"]}}");
      assertThat(first.getLast().path("event").asText()).isEqualTo("limits");
      assertThat(first.getLast().path("data").path("evses")).hasSize(2);
      id = first.getLast().path("id").asText();
      await("it is alive").atMost(SOON).until(() -> client.pings() > 0);
    }
    try (SocketClient client = socket("?site=tv-sap&lastEventId=" + id)) {
      assertThat(client.next().path("event").asText()).isEqualTo("resumed");
      wire.send(Fixtures.charging("tv-sap", "left", Instant.now()));
      client.until(message -> message.path("event").asText().equals("evse"));
    }
    try (SocketClient client = socket("?site=tv-sap&lastEventId=nonsense")) {
      assertThat(client.next().path("data").path("notResumed").asText()).isEqualTo("MALFORMED");
    }
  }

  /** Its socket takes a few kilobytes and no more; what it is told then is the newest of each. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/limits?site=%s", "/api/v1/limits/ws?site=%s"})
  void aReaderThatDoesNotReadCostsNoMoreThanTheNewestOfEachEvse(String path) throws IOException {
    String site = path.contains("ws") ? "deaf" : "mute";
    int evses = 200;
    try (Socket unread = new Socket()) {
      unread.setReceiveBufferSize(4096);
      unread.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      unread.getOutputStream().write(request(path.formatted(site)).getBytes(US_ASCII));
      unread.setSoTimeout((int) SOON.toMillis());
      assertThat(unread.getInputStream().read()).isEqualTo('H');

      await("nothing goes through any more")
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> {
                wire.sendAll(round(site, evses, Instant.now()));
                return boards.limitsStreams().backlog() >= evses / 2;
              });
      for (int more = 0; more < 20; more++) {
        wire.sendAll(round(site, evses, Instant.now()));
        assertThat(boards.limitsStreams().backlog()).isLessThanOrEqualTo(evses);
      }
      Instant last = Instant.parse("2026-01-02T03:04:05Z");
      wire.sendAll(round(site, evses, last));

      String newest = "\"measuredAt\":\"" + last + "\"";
      assertThat(readUntil(unread, newest, evses)).isEqualTo(evses);
    }
  }

  private static String request(String path) {
    return """
    GET %s HTTP/1.1\r
    Host: localhost\r
    %s\r
    """
        .formatted(
            path,
            path.contains("/ws")
                ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                : "Accept: text/event-stream\r\n");
  }

  private static List<EvseState> round(String site, int evses, Instant at) {
    return IntStream.range(0, evses)
        .mapToObj(evse -> Fixtures.charging(site, "port-" + evse, at))
        .toList();
  }

  /** Reads until this was seen so often. */
  private static int readUntil(Socket socket, String what, int times) throws IOException {
    var reader = new InputStreamReader(socket.getInputStream(), ISO_8859_1);
    StringBuilder tail = new StringBuilder();
    char[] buffer = new char[8192];
    int seen = 0;
    for (int read = reader.read(buffer); seen < times && read > 0; read = reader.read(buffer)) {
      tail.append(buffer, 0, read);
      for (int at = tail.indexOf(what); at >= 0; at = tail.indexOf(what)) {
        seen++;
        tail.delete(0, at + what.length());
      }
      tail.delete(0, Math.max(0, tail.length() - what.length()));
      if (seen == times) {
        break;
      }
    }
    return seen;
  }

  @Test
  void theLastMinutesAreThereForCharts() throws IOException {
    site("tv-yam");
    Instant now = Instant.now();
    wire.send(Fixtures.charging("tv-yam", "left", now));

    await("the reading and the report are there")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              wire.send(Fixtures.reading("tv-yam", 20_000, Instant.now()));
              JsonNode history = http.eventually("/api/v1/sites/tv-yam/history?step=1");
              int last = history.path("times").size() - 1;
              JsonNode l1 = history.path("circuits").path(0).path("phases").path(0);
              assertThat(history.path("circuits").path(0).path("circuit").asText())
                  .isEqualTo("service");
              assertThat(l1.path("measuredAmps").path(last).asDouble()).isEqualTo(20);
              assertThat(l1.path("effectiveLimitAmps").path(last).asDouble()).isEqualTo(80);
              assertThat(l1.path("baseAmps").path(last).isNumber()).isTrue();
              JsonNode left = history.path("evses").path(0);
              assertThat(left.path("evse").asText()).isEqualTo("left");
              assertThat(left.path("limitAmps").path(last).isNumber()).isTrue();
              assertThat(left.path("measuredAmps").path(last).asDouble()).isZero();
              JsonNode right = history.path("evses").path(1);
              assertThat(right.path("measuredAmps").path(last).isNull()).isTrue();
            });
    JsonNode before =
        http.eventually("/api/v1/sites/tv-yam/history?from=" + now.minusSeconds(60) + "&step=20");
    assertThat(before.path("stepSeconds").asInt()).isEqualTo(20);
    assertThat(before.path("evses").path(0).path("limitAmps").path(0).isNull()).isTrue();
    assertThat(Instant.parse(before.path("since").asText())).isAfter(now.minusSeconds(60));
  }

  @Test
  void whatDescribesTheStreamsIsServedWithItsSchemas() throws IOException {
    HttpResponse<String> document = http.get("/api/v1/asyncapi.yaml");
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(new YAMLMapper().readTree(document.body())).isEqualTo(AsyncApi.DOCUMENT);
    for (String reference : AsyncApi.DOCUMENT.findValuesAsText("$ref")) {
      if (!reference.startsWith("#")) {
        URI at = URI.create("/api/v1/asyncapi.yaml").resolve(reference);
        assertThat(http.status(at.toString())).as("%s", at).isEqualTo(200);
      }
    }
    assertThat(http.text("/q/openapi"))
        .contains(
            "/api/v1/limits:",
            "Last-Event-ID",
            "/api/v1/sites/{site}/history:",
            "PhaseHistory",
            "/api/v1/asyncapi.yaml:",
            "application/problem+json",
            "Snapshot:",
            "Resumed:");
  }

  private JsonNode stateOf(String site, int evse) throws IOException {
    return http.eventually("/api/v1/sites/" + site + "/limits")
        .path("evses")
        .path(evse)
        .path("state");
  }

  private void site(String name) throws IOException {
    await().atMost(SOON).until(() -> http.status("/q/health/ready") == 200);
    String path = "/api/v1/sites/" + name;
    var made = http.ask("PUT", path, Fixtures.yaml(name), "Content-Type", "application/yaml");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    http.eventually(path + "/limits");
  }

  private SseClient stream(String query, Optional<String> lastId) {
    return new SseClient(address.resolve("/api/v1/limits" + query), lastId);
  }

  private SocketClient socket(String query) {
    URI at = address.resolve("/api/v1/limits/ws" + query);
    return new SocketClient(URI.create(at.toString().replaceFirst("^http", "ws")));
  }
}
