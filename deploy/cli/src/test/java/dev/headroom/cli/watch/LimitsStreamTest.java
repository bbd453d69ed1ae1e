package dev.headroom.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set up before each test
class LimitsStreamTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SNAPSHOT =
      """
      event:snapshot
      data:{"sites":["oak"]}

      :alive

      event:limits
      id:3:45
      data:{"site":"oak","epoch":5,"sequence":7,"decidedAt":"2026-06-01T12:00:00Z","ceilings":[],
      data:"evses":[{"evse":"port-1","limitAmps":16.000,"reason":"FAIR_SHARE","news":true}],
      data:"circuits":[{"circuit":"service","phases":[{"phase":"L1","effectiveLimitAmps":80.0,
      data:"baseAmps":40.0,"headroomAmps":40.0,"mostAmps":16.0}]}]}

      event:evse
      data:{"site":"oak","evse":"port-1","online":true,"measuredAmps":{"L1":15.8},"disobeys":false}

      event:of-a-newer-allocator
      data:{}

      """;

  private static final String RESUMED =
      """
      event:resumed
      data:{"sites":["oak"]}

      id:3:46
      event:limits
      data:{"site":"oak","epoch":5,"sequence":8,"decidedAt":"2026-06-01T12:00:01Z","ceilings":[],
      data:"evses":[{"evse":"port-1","limitAmps":13.000,"reason":"FAIR_SHARE"}],"circuits":[]}

      id:3:47
      :alive

      """;

  private final List<Optional<String>> asked = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String type = "text/event-stream";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/limits", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aStreamThatEndsIsOpenedAgainFromWhereItWas() throws Exception {
    Watching watching = watching();
    LimitsStream stream = new LimitsStream(List.of(address()), watching);
    Thread follows = Thread.ofPlatform().start(() -> follow(stream));
    await().atMost(SOON).until(() -> asked.size() >= 2);
    follows.interrupt();
    follows.join(SOON);

    assertThat(asked.subList(0, 2)).containsExactly(Optional.empty(), Optional.of("3:45"));
    assertThat(out.toString())
        .contains("state=open", "evse=port-1 limit=16.000", "state=lost retry=500ms");
    SiteLimits oak = watching.picture().tightestFirst().getFirst();
    assertThat(oak.evses().getFirst().state()).isPresent();
  }

  @Test
  void aStreamThatBreaksGoesOnAtTheNextInstanceAtOnce() throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<Optional<String>> askedThere = new CopyOnWriteArrayList<>();
    other.createContext(
        "/api/v1/limits",
        exchange -> {
          askedThere.add(
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID")));
          send(exchange, RESUMED);
        });
    other.start();
    Watching watching = watching();
    URI there = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/api/v1/limits");
    LimitsStream stream = new LimitsStream(List.of(address(), there), watching);
    Thread follows = Thread.ofPlatform().start(() -> follow(stream));
    await().atMost(SOON).until(() -> asked.size() >= 2 && !askedThere.isEmpty());
    follows.interrupt();
    follows.join(SOON);
    other.stop(0);

    assertThat(askedThere.getFirst()).contains("3:45");
    assertThat(asked.get(1)).as("an id without an event counts").contains("3:47");
    assertThat(out.toString()).contains("state=lost retry=0ms", "limit=13.000");
    assertThat(watching.picture().sites().keySet()).containsExactly("oak");
  }

  @Test
  void onceTellsTheSnapshotAndEnds() throws Exception {
    assertThat(watch().once(false)).isZero();
    assertThat(out.toString()).contains("oak  headroom 50 %", "port-1", "fair share");
  }

  @Test
  void onceAsJsonIsAnObjectOnEachLine() throws Exception {
    assertThat(watch().once(true)).isZero();

    List<String> events = out.toString().lines().map(LimitsStreamTest::eventOf).toList();
    assertThat(events).containsExactly("connection", "snapshot", "limits");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onceFailsForASiteThatIsNotThereAndShowsTheOthers(boolean json) throws Exception {
    assertThat(watch("oak", "nope").once(json)).isEqualTo(1);

    assertThat(out.toString()).contains("oak", "port-1");
    assertThat(err.toString()).isEqualToIgnoringNewLines("headroom: no site 'nope' here");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void linesSayOnceBesideThemThatASiteIsWaitedFor(boolean json) throws Exception {
    Thread follows =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    watch("oak", "nope").asLines(json);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    await().atMost(SOON).until(() -> asked.size() >= 3);
    follows.interrupt();
    follows.join(SOON);

    assertThat(err.toString()).isEqualToIgnoringNewLines("headroom: no site 'nope' here; waiting");
    assertThat(out.toString()).contains("oak").doesNotContain("nope");
  }

  @Test
  void onceSaysThatNobodyIsThere() throws Exception {
    server.stop(0);

    assertThat(watch().once(false)).isEqualTo(1);
    assertThat(err.toString()).startsWith("headroom: ");
  }

  @Test
  void whatIsNoAllocatorIsRefusedAndNotTriedAgain() {
    status = 404;
    LimitsStream stream = new LimitsStream(List.of(address()), watching());
    assertThatThrownBy(stream::follow).hasMessageContaining("404");
    status = 401;
    assertThatThrownBy(stream::follow).hasMessageContaining("HEADROOM_TOKEN");
    status = 403;
    assertThatThrownBy(stream::follow).hasMessageContaining("needs a role");

    status = 200;
    type = "text/html";
    assertThatThrownBy(stream::follow).hasMessageContaining("text/html");
  }

  private static void follow(LimitsStream stream) {
    try {
      stream.follow();
    } catch (InterruptedException | LimitsStream.Refused e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String eventOf(String line) {
    try {
      return Message.JSON.readTree(line).path("event").asText();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private Watching watching() {
    return new Watching(
        Set.of(), new PlainOutput(new PrintWriter(out)), words -> {}, InstantSource.system());
  }

  private Watch watch(String... sites) {
    return new Watch(
        List.of(address()),
        "http://x",
        Set.of(sites),
        new PrintWriter(out),
        new PrintWriter(err),
        Palette.PLAIN);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/limits");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID")));
    send(exchange, SNAPSHOT);
  }

  private void send(HttpExchange exchange, String events) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, 0);
    try (var body = exchange.getResponseBody()) {
      body.write(events.getBytes(UTF_8));
    }
  }
}
